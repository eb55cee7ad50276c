import CUtf8proc

/// How text measures in terminal cells, and how it is made harmless to a terminal.
public enum DisplayText {
  /// The number of terminal cells of `text`: 2 for a wide character, 0 for a combining one.
  ///
  /// Widths come from utf8proc; a control character counts as the cells of the picture that
  /// ``harmless(_:keepingLineEnds:)`` draws for it.
  public static func width(_ text: some StringProtocol) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += Self.width(scalar) }
    return width
  }

  /// The number of terminal cells of one code point.
  public static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return 1 }
    if isHazardous(scalar) { return 1 }
    return max(0, Int(utf8proc_charwidth(Int32(scalar.value))))
  }

  /// `text` with every character that could drive a terminal replaced by one that shows it.
  ///
  /// Control characters become their pictures (␛), bidirectional overrides and isolates, and
  /// line separators, become `�`.
  public static func harmless(
    _ text: String, keepingLineEnds: Bool = false
  ) -> String {
    guard text.unicodeScalars.contains(where: { isHazardous($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isHazardous(scalar) || (keepingLineEnds && scalar == "\n") {
        result.append(scalar)
      } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        result.append(picture)
      } else {
        result.append(scalar == "\u{7F}" ? "\u{2421}" : "\u{FFFD}")
      }
    }
    return String(result)
  }

  /// `text` in Unicode normalisation form C.
  public static func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var bytes = Array(text.utf8)
    bytes.append(0)
    let composed = bytes.withUnsafeBufferPointer { buffer -> String? in
      guard let result = utf8proc_NFC(buffer.baseAddress) else { return nil }
      defer { result.deallocate() }
      return String(cString: result)
    }
    return composed ?? text
  }

  private static func isHazardous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0x2028, 0x2029: true
    default: false
    }
  }
}
