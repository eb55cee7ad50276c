import BriefAnalysis
import BriefSource

/// Words of a text with marks set among them, which are drawn as a medium can show them.
struct MarkedText: Sendable {
  /// Words, or a mark.
  enum Piece: Sendable {
    /// Words; the first stands on the line of that number.
    case text(String, StyledText.Role, line: Int)
    /// Who said what stands before it, by letter; `nil` for nobody who is named.
    case speaker(SpeakerLetters.Letter?)
    /// Where a cue begins, and where it ends.
    case cueStart, cueEnd
    /// What the name before it is of.
    case type(EntityType)
  }

  /// The pieces in order.
  var pieces: [Piece] = []

  /// Creates an empty text.
  init() {}

  /// Creates a text of some words.
  init(_ text: String, _ role: StyledText.Role, line: Int) {
    pieces = [.text(text, role, line: line)]
  }

  /// Adds words.
  mutating func append(_ text: String, _ role: StyledText.Role, line: Int) {
    if !text.isEmpty { pieces.append(.text(text, role, line: line)) }
  }

  private var firstLine: Int? {
    for case .text(_, _, let line) in pieces { return line }
    return nil
  }

  /// The letters of the speakers whose words it holds; `nil` stands for nobody who is named.
  var speakers: Set<SpeakerLetters.Letter?> {
    Set(pieces.compactMap { if case .speaker(let letter) = $0 { .some(letter) } else { nil } })
  }

  /// What the names that it holds are of.
  var types: Set<EntityType> {
    Set(pieces.compactMap { if case .type(let type) = $0 { type } else { nil } })
  }

  /// Whether it holds a cue.
  var hasCue: Bool {
    pieces.contains { if case .cueStart = $0 { true } else { false } }
  }

  /// The characters on one line, harmless, and for each of them the number of its line in the text.
  ///
  /// A line end is how the file was wrapped and becomes a space. Linear in the length.
  func drawn(on medium: Medium) -> (text: StyledText, lines: [Int]) {
    var text = StyledText()
    var lines: [Int] = []
    var line = firstLine ?? 0
    var endsWithSpace = true
    func add(_ words: String, _ role: StyledText.Role) {
      text.append(words, role)
      if let last = words.last { endsWithSpace = last == " " }
      lines += Array(repeating: line, count: words.count)
    }
    for piece in pieces {
      switch piece {
      case .text(let words, let role, let first):
        line = first
        var pending = ""
        func close() {
          add(DisplayText.harmless(pending), role)
          pending = ""
        }
        for character in words {
          let isEnd = character == "\n" || character == "\r\n"
          if isEnd || character == "\t" || character == " " {
            if !endsWithSpace { pending.append(" ") }
            endsWithSpace = true
          } else {
            pending.append(character)
            endsWithSpace = false
          }
          if isEnd {
            close()
            line += 1
          }
        }
        close()
      case .speaker(let letter):
        add("[\(letter?.name ?? "?")]", letter.map { .voice($0.number) } ?? .dim)
      case .cueStart: add(medium.choose("‹", "<"), .dim)
      case .cueEnd: add(medium.choose("›", ">"), .dim)
      case .type(let type): add(type.mark(medium), .dim)
      }
    }
    return (text, lines)
  }
}

extension EntityType {
  /// The mark behind the name of one.
  func mark(_ medium: Medium) -> String {
    switch self {
    case .person: medium.choose("ᵖ", "/p")
    case .organisation: medium.choose("ᵒ", "/o")
    case .place: medium.choose("ˡ", "/l")
    case .group: medium.choose("ᵍ", "/g")
    case .event: medium.choose("ᵉ", "/e")
    case .law: medium.choose("ʳ", "/r")
    case .facility: medium.choose("ᶠ", "/f")
    case .work: medium.choose("ʷ", "/w")
    case .other: medium.choose("ˣ", "/x")
    }
  }

  /// How a name of one looks.
  var role: StyledText.Role {
    switch self {
    case .person: .person
    case .organisation: .organisation
    case .place: .place
    default: .entity
    }
  }
}
