import BriefSource
import BriefText

/// Gathers what is damaged, odd or missing in a briefing.
enum ProblemFinder {
  /// The problems of reading, of structure and of quotations: first what concerns the whole, then
  /// in text order. Linear in the length of the text.
  static func problems(in briefing: Briefing, quotes: [Diagnostic]) -> [Diagnostic] {
    let whole =
      encoding(briefing.source) + language(briefing.document)
      + metadata(briefing.metadata, briefing.source)
    let placed =
      briefing.structure.problems + quotes + EntityProblems.problems(in: briefing)
      + briefing.dates.problems
    return whole
      + placed.filter { $0.range == nil }
      + placed.filter { $0.range != nil }.sorted { left, right in
        let (first, second) = (left.range ?? .at(0), right.range ?? .at(0))
        return first == second ? left.id < right.id : first < second
      }
  }

  // MARK: Encoding and lines

  private static func encoding(_ source: Source) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func add(_ id: String, _ severity: Diagnostic.Severity, _ message: String, _ help: String?) {
      found.append(Diagnostic(id: id, severity: severity, message, source: source, help: help))
    }
    switch source.encoding {
    case .utf8, .utf8WithByteOrderMark: break
    case .latin1:
      add("encoding-latin1", .note, "the file is not UTF-8; it was read as Latin-1", nil)
    case .windows1252:
      add("encoding-windows1252", .note, "the file is not UTF-8; it was read as Windows-1252", nil)
    case .utf16: add("encoding-utf16", .note, "the file is UTF-16", nil)
    case .damagedUTF8(let replacements):
      add(
        "damaged-utf8", .warning,
        "the file is damaged UTF-8: \(replacements) "
          + (replacements == 1 ? "sequence was" : "sequences were") + " replaced by U+FFFD",
        "offsets count the replacements as they stand in the text that was read")
    }
    if let ends = mixedLineEnds(source) { add("mixed-line-ends", .note, ends, nil) }
    return found
  }

  private static func mixedLineEnds(_ source: Source) -> String? {
    var (feeds, pairs, returns) = (0, 0, 0)
    for start in source.lines.starts.dropFirst() {
      if source.bytes[start - 1] == 0x0D {
        returns += 1
      } else if start >= 2, source.bytes[start - 2] == 0x0D {
        pairs += 1
      } else {
        feeds += 1
      }
    }
    let kinds = [(feeds, "LF"), (pairs, "CR LF"), (returns, "CR")].filter { $0.0 > 0 }
    guard kinds.count > 1 else { return nil }
    return "the line ends are mixed: " + kinds.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  // MARK: Words

  private static func language(_ document: Document) -> [Diagnostic] {
    let tokens = document.tokens
    let vocabulary = document.vocabulary
    let isFunctionWord = (0..<vocabulary.count).map {
      functionWords.contains(vocabulary[WordID($0)])
    }
    var words = 0
    var common = 0
    var capitals = 0
    for index in 0..<tokens.count where tokens.kinds[index] == .word {
      words += 1
      let word = Int(tokens.lowers[index].index)
      if word < isFunctionWord.count, isFunctionWord[word] { common += 1 }
      let shape = LineShape(document.source.bytes, tokens.range(index))
      if shape.isAllCapitals { capitals += 1 }
    }
    if words == 0 {
      return [
        Diagnostic(
          id: "no-words", severity: .warning, "the text holds no words", source: document.source)
      ]
    }
    var found: [Diagnostic] = []
    if words >= 40, common * 100 < words * 22 {
      found.append(
        Diagnostic(
          id: "not-english", severity: .warning,
          "the text is probably not English: \(common * 100 / words) per cent of its words are "
            + "English function words, where 35 to 50 are usual", source: document.source,
          help: "what is found in it is not to be relied on"))
    }
    if words >= 20, capitals * 100 > words * 80 {
      found.append(
        Diagnostic(
          id: "all-capitals", severity: .note,
          "the text is set in capitals, so names cannot be told from other words by their form",
          source: document.source))
    }
    return found
  }

  private static let functionWords: Set<String> = [
    "the", "of", "to", "and", "a", "in", "that", "is", "was", "for", "it", "with", "as", "his",
    "on",
    "be", "at", "by", "i", "this", "had", "not", "are", "but", "from", "or", "have", "an", "they",
    "which", "one", "you", "were", "her", "all", "she", "there", "would", "their", "we", "him",
    "been", "has", "when", "who", "will", "more", "no", "if", "out", "so", "said", "what", "up",
    "its", "about", "into", "than", "them", "can", "only", "other", "new", "some", "could", "these",
    "may", "do", "then", "any", "my", "now", "our", "over", "also", "after", "he", "'s", "n't",
    "because", "before", "between", "through", "under", "while", "where", "how", "should", "did",
  ]

  // MARK: Metadata

  private static func metadata(_ metadata: Metadata, _ source: Source) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let flags = ["title": "--title", "outlet": "--outlet", "date": "--date"]
    for name in metadata.missing {
      let what = name == "date" ? "date with day, month and year" : name
      found.append(
        Diagnostic(
          id: "missing-\(name)", severity: .note, "the text gives no \(what)", source: source,
          help: flags[name].map { "say it with \($0) when loading" }))
    }
    func add<Value>(_ name: String, _ fact: Metadata.Fact<Value>?, _ shown: String?) {
      guard let fact, fact.origin == .given, let shown else { return }
      found.append(
        Diagnostic(
          id: "given-\(name)", severity: .note, "the \(name) was given when loading: \(shown)",
          source: source))
    }
    add("title", metadata.title, metadata.title?.value)
    add("outlet", metadata.outlet, metadata.outlet?.value)
    add("date", metadata.date, metadata.date?.value.description)
    return found
  }
}
