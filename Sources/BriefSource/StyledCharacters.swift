/// Hands out the characters of a styled line in order, with their roles.
public struct StyledCharacters {
  private var characters: [(Character, StyledText.Role)]
  /// How many have been handed out or passed over.
  public private(set) var position = 0

  /// Creates one that begins with the first character of `line`.
  public init(_ line: StyledText) {
    characters = line.runs.flatMap { run in run.text.map { ($0, run.role) } }
  }

  /// Passes over the next `count` characters.
  public mutating func skip(_ count: Int) { position = min(position + count, characters.count) }

  /// Passes over spaces.
  public mutating func skipSpaces() {
    while position < characters.count, characters[position].0 == " " { position += 1 }
  }

  /// Adds the next characters as far as `text` goes; spaces it lacks are passed over.
  public mutating func take(_ text: String, to result: inout StyledText) {
    for wanted in text {
      while position < characters.count, characters[position].0 != wanted,
        characters[position].0 == " "
      {
        position += 1
      }
      guard position < characters.count else {
        result.append(String(wanted))
        continue
      }
      result.append(String(wanted), characters[position].1)
      position += 1
    }
  }
}

extension LineWrapper {
  /// The lines of `text`, which must be harmless and without line ends; at least one.
  ///
  /// Linear in the length of the text.
  public func lines(of text: StyledText) -> [StyledText] {
    var characters = StyledCharacters(text)
    return lines(of: text.plain).map { line in
      var styled = StyledText()
      characters.take(line, to: &styled)
      return styled
    }
  }
}
