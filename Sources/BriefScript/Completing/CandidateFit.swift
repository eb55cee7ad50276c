import BriefSource

/// How what was typed leads to a name, the nearest first.
public enum CandidateFit: Int, Comparable, Sendable {
  /// The name begins with it.
  case beginning
  /// A word of the name does.
  case word
  /// Another name for the same begins with it, or a word of that.
  case alias
  /// It stands somewhere in the name.
  case inside
  /// It stands somewhere in another name.
  case insideAlias

  /// The nearer is less.
  public static func < (left: CandidateFit, right: CandidateFit) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Letters that were typed, to be looked for in names without regard to case and accents.
public struct TypedLetters: Sendable {
  private let wanted: [UInt8]

  /// Folds what was typed.
  public init(_ text: some StringProtocol) { wanted = Array(FoldedText.folded(text).utf8) }

  /// Whether nothing was typed.
  public var isEmpty: Bool { wanted.isEmpty }

  /// Whether there are enough letters to look for them inside of words.
  var areTelling: Bool { wanted.count >= 3 }

  /// How they stand in a name and in its other names, all of them folded as ``FoldedText`` does;
  /// `nil` when they stand in none.
  ///
  /// Linear in the length of the names.
  public func fit(_ folded: String, aliases: [String] = []) -> CandidateFit? {
    let own = position(in: folded)
    if let own, own != .inside { return own }
    var alias: CandidateFit?
    for other in aliases {
      switch position(in: other) {
      case .beginning?, .word?: return .alias
      case nil: continue
      default: alias = .insideAlias
      }
    }
    return own ?? alias
  }

  private func position(in folded: String) -> CandidateFit? {
    if wanted.isEmpty { return .beginning }
    var folded = folded
    return folded.withUTF8 { bytes in
      var found: CandidateFit?
      let last = bytes.count - wanted.count
      guard last >= 0 else { return nil }
      for start in 0...last where bytes[start] == wanted[0] {
        guard (1..<max(1, wanted.count)).allSatisfy({ bytes[start + $0] == wanted[$0] }) else {
          continue
        }
        if start == 0 { return .beginning }
        if !Self.isLetter(bytes[start - 1]) { return .word }
        found = .inside
      }
      return found
    }
  }

  /// Whether a byte belongs to a letter or digit; those beyond ASCII count as letters.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
