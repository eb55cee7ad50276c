/// Breaks text into lines of at most a number of terminal cells.
///
/// Lines break at spaces, which are dropped there, after a hyphen, a dash or a slash between
/// letters, and between wide characters; a word too long for a line breaks between two
/// characters (grapheme clusters), never inside one. Linear in the length of the text.
public struct LineWrapper: Sendable {
  /// The most cells of a line, at least 1; a character wider than that has a line of its own.
  public let width: Int

  /// Creates a wrapper for lines of `width` cells.
  public init(width: Int) { self.width = max(1, width) }

  /// The lines of `text`, which must be harmless and without line ends; at least one.
  public func lines(of text: String) -> [String] {
    if text.utf8.count <= width, text.utf8.allSatisfy({ $0 < 0x7F }) { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    /// Spaces seen since the last word; they are written only when a word follows on the line.
    var pending = 0
    for piece in pieces(of: text) {
      guard !piece.isSpace else {
        pending += piece.width
        continue
      }
      if used + pending + piece.width <= width {
        line += String(repeating: " ", count: pending) + piece.text
        used += pending + piece.width
      } else {
        if used > 0 {
          lines.append(line)
          line = ""
          used = 0
        }
        if piece.width <= width {
          line = String(piece.text)
          used = piece.width
        } else {
          breakUp(piece.text, into: &lines, &line, &used)
        }
      }
      pending = 0
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private func breakUp(
    _ word: Substring, into lines: inout [String], _ line: inout String, _ used: inout Int
  ) {
    for character in word {
      let cells = DisplayText.width(String(character))
      if used + cells > width, used > 0 {
        lines.append(line)
        line = ""
        used = 0
      }
      line.append(character)
      used += cells
    }
  }

  /// A stretch that is not broken when it fits a line.
  private struct Piece {
    let text: Substring
    let width: Int
    let isSpace: Bool
  }

  private func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var start = text.startIndex
    var width = 0
    var kind = Kind.space
    var index = text.startIndex
    func close(_ end: String.Index) {
      if start < end {
        pieces.append(Piece(text: text[start..<end], width: width, isSpace: kind == .space))
      }
      start = end
      width = 0
    }
    while index < text.endIndex {
      let character = text[index]
      let cells = DisplayText.width(String(character))
      let next = Kind(character, cells)
      let isBoundary =
        index == text.startIndex || (kind == .space) != (next == .space)
        || kind == .wide || next == .wide || (kind == .joint && next == .letter)
      if isBoundary { close(index) }
      kind = next
      width += cells
      index = text.index(after: index)
    }
    close(text.endIndex)
    return pieces
  }

  private enum Kind {
    case space, letter, joint, wide

    init(_ character: Character, _ cells: Int) {
      switch character {
      case " ": self = .space
      case "-", "/", "–", "—", "_", "‐": self = .joint
      // Marks after a wide character belong to it, and the cluster is never broken.
      default: self = cells == 2 && character.isWideLetter ? .wide : .letter
      }
    }
  }
}

extension Character {
  /// Whether lines may break on both sides: an ideograph or a syllable of East Asian writing.
  fileprivate var isWideLetter: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      return true
    default: return false
    }
  }
}
