/// What a page is drawn on: how wide it is, and which characters it can show.
public struct Medium: Sendable, Hashable {
  /// The characters that lines, bars and marks are drawn with.
  public enum Alphabet: String, Sendable, CaseIterable {
    /// Lines, blocks and letters of Unicode.
    case unicode
    /// The printable characters of ASCII.
    case ascii
  }

  /// The most terminal cells of a line.
  public let width: Int
  /// The characters to draw with; the words of a text stay as they are.
  public let alphabet: Alphabet

  /// Describes a medium of at least 10 cells.
  public init(width: Int, alphabet: Alphabet = .unicode) {
    self.width = max(10, width)
    self.alphabet = alphabet
  }

  /// What is drawn for where no terminal is: a file, a pipe, a value compared with another.
  public static let file = Medium(width: 80)

  /// `unicode` where it can be shown, otherwise `ascii`.
  public func choose<Drawn>(_ unicode: Drawn, _ ascii: Drawn) -> Drawn {
    alphabet == .unicode ? unicode : ascii
  }
}

/// Something on a page that is drawn to fit: a chart, a text with marks and numbers in the margin.
public protocol Figure: Sendable {
  /// Its lines, each with its line end and none wider than `medium`; harmless to a terminal.
  ///
  /// The same for the same medium, whatever the machine.
  func drawn(on medium: Medium) -> StyledText
}
