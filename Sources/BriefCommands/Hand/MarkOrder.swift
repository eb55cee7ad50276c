import BriefAnalysis

/// What is typed while a text is annotated by hand, read into its parts.
///
///     1 by Varnaky cue called
///     1+2 by the minister cue said as direct
///     s2 by Pellow cue said
///     "that eleven … winter storms" by Varnaky cue said
enum MarkOrder: Equatable {
  case next, back, show, list, undo, done, help
  case go(Int)
  case remove(Int)
  /// New facts for the mark of that number.
  case change(Int, Facts)
  case mark(Span, Facts)

  /// Which words are meant.
  enum Span: Equatable {
    /// Stretches in quotation marks, by their numbers in the paragraph from 1.
    case stretches([Int])
    /// Sentences, by their numbers in the paragraph from 1, the last included.
    case sentences(Int, Int)
    /// From these words to those.
    case words(String, String)
    /// The whole paragraph.
    case all
  }

  /// What is said of the words; `nil` for what is not said.
  struct Facts: Equatable {
    var speaker: String?
    var cue: String?
    var kind: Quote.Kind?
  }

  /// Why what was typed cannot be understood, with what was expected.
  struct Misreading: Error { let message: String }

  /// Reads a line.
  ///
  /// - Throws: ``Misreading``.
  init(_ line: String) throws(Misreading) {
    let line = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let word = line.prefix { $0 != " " }.lowercased()
    let rest = String(line.dropFirst(word.count).drop { $0 == " " })
    switch word {
    case "", "n", "next": self = .next
    case "b", "back": self = .back
    case "show": self = .show
    case "l", "list": self = .list
    case "u", "undo": self = .undo
    case "done", "stop", "quit", "exit": self = .done
    case "h", "?", "help": self = .help
    case "g", "go": self = .go(try Self.number(rest, after: "go", "the number of a paragraph"))
    case "r", "remove":
      self = .remove(try Self.number(rest, after: "remove", "the number of a mark in list"))
    case "c", "change":
      let number = String(rest.prefix { $0 != " " })
      self = .change(
        try Self.number(number, after: "change", "the number of a mark in list"),
        try Self.facts(String(rest.dropFirst(number.count))))
    case "m", "mark": self = try Self.mark(rest)
    default: self = try Self.mark(line)
    }
  }

  private static func number(
    _ text: String, after word: String, _ what: String
  ) throws(Misreading) -> Int {
    guard let number = Int(text) else {
      throw Misreading(
        message: "“\(word)” wants \(what), not “\(text)”. Example: \(word) 2")
    }
    return number
  }

  private static func mark(_ text: String) throws(Misreading) -> MarkOrder {
    guard let first = text.first else {
      throw Misreading(message: "What is to be marked? Example: 1 by Varnaky cue said")
    }
    if let closing = closers[first] {
      let inner = text.dropFirst()
      guard let end = inner.firstIndex(where: closing.contains) else {
        throw Misreading(
          message: "The words begin with \(first) and do not end. Example: \"first words … last\"")
      }
      return .mark(
        try words(String(inner[..<end])),
        try facts(String(inner[inner.index(after: end)...])))
    }
    let span = text.prefix { $0 != " " }
    return .mark(
      try numbered(span.lowercased(), text), try facts(String(text.dropFirst(span.count))))
  }

  /// What may end words that begin with each mark.
  private static let closers: [Character: Set<Character>] = [
    "\"": ["\""], "“": ["”", "\""], "'": ["'"], "‘": ["’"],
  ]

  private static func words(_ text: String) throws(Misreading) -> Span {
    let parts = text.replacing("...", with: "…").split(
      separator: "…", omittingEmptySubsequences: false
    ).map { $0.split(separator: " ").joined(separator: " ") }
    switch parts.count {
    case 1 where !parts[0].isEmpty: return .words(parts[0], parts[0])
    case 2 where !parts[0].isEmpty && !parts[1].isEmpty: return .words(parts[0], parts[1])
    default:
      throw Misreading(
        message: "Write the first and the last words with … between: \"that eleven … storms\"")
    }
  }

  private static func numbered(
    _ span: String, _ line: String
  ) throws(Misreading) -> Span {
    if span == "all" { return .all }
    if span.hasPrefix("s") {
      let ends = span.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
        .map { Int($0.hasPrefix("s") ? $0.dropFirst() : $0) }
      if ends.count == 1, let only = ends[0] { return .sentences(only, only) }
      if ends.count == 2, let from = ends[0], let to = ends[1], from <= to {
        return .sentences(from, to)
      }
    }
    let numbers = span.split(separator: "+", omittingEmptySubsequences: false).map { Int($0) }
    if numbers.allSatisfy({ $0 != nil }) { return .stretches(numbers.compactMap { $0 }) }
    throw Misreading(
      message: "“\(line)” is no command. Mark with 1 by NAME cue WORD, with s2 for a sentence, or "
        + "with \"first words … last words\"; help lists all.")
  }

  /// Reads `by NAME cue WORD as KIND`, in any order and each once at most.
  private static func facts(_ text: String) throws(Misreading) -> Facts {
    var facts = Facts()
    var key: String?
    var gathered: [String: [Substring]] = [:]
    for word in text.split(separator: " ") {
      if ["by", "cue", "as"].contains(word.lowercased()) {
        key = word.lowercased()
        guard gathered[word.lowercased()] == nil else {
          throw Misreading(message: "“\(word)” stands there twice.")
        }
        gathered[word.lowercased()] = []
      } else if let key {
        gathered[key, default: []].append(word)
      } else {
        throw Misreading(
          message: "Expected by, cue or as before “\(word)”. Example: 1 by Varnaky cue said")
      }
    }
    for (key, words) in gathered.sorted(by: { $0.key < $1.key }) {
      let value = words.joined(separator: " ")
      guard !value.isEmpty else { throw Misreading(message: "Nothing follows “\(key)”.") }
      switch key {
      case "by": facts.speaker = value
      case "cue": facts.cue = value
      default:
        guard let kind = Quote.Kind.allCases.first(where: { $0.rawValue.hasPrefix(value) }) else {
          throw Misreading(message: "“as” wants direct, mixed or indirect, not “\(value)”.")
        }
        facts.kind = kind
      }
    }
    return facts
  }
}
