import CUtf8proc

/// Text as people compare it who look for a name: without case and without accents.
public enum FoldedText {
  /// `text` with its case folded and its accents taken away; letters of other scripts stay.
  ///
  /// Full case folding of Unicode after a compatible decomposition whose marks are left out, and
  /// plain letters for those that Unicode does not decompose (ø, ł, đ, ı). Linear in the length.
  public static func folded(_ text: some StringProtocol) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte >= 0x80 { return decomposed(String(text)) }
      plain.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func decomposed(_ text: String) -> String {
    let options = utf8proc_option_t(
      UTF8PROC_STABLE.rawValue | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_STRIPMARK.rawValue
        | UTF8PROC_CASEFOLD.rawValue)
    let bytes = Array(text.utf8)
    var result: UnsafeMutablePointer<UInt8>?
    let count = bytes.withUnsafeBufferPointer {
      utf8proc_map($0.baseAddress, $0.count, &result, options)
    }
    guard count >= 0, let result else { return text.lowercased() }
    defer { result.deallocate() }
    var folded = String.UnicodeScalarView()
    let mapped = String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
    for scalar in mapped.unicodeScalars {
      switch scalar {
      case "ø": folded.append("o")
      case "ł": folded.append("l")
      case "đ": folded.append("d")
      case "ı": folded.append("i")
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }
}
