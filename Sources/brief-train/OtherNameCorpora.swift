import BriefSource
import BriefText

/// The corpora of names that are no two-column files.
enum OtherNameCorpora {
  /// MEANTIME: Wikinews articles of which the first sentences are annotated.
  static func meantime(_ directory: String) throws -> NameCorpus {
    var corpus = NameCorpus()
    let types: [String: [NameType]] = [
      "PERSON": [.person], "PER": [.person], "ORGANIZATION": [.organisation],
      "ORG": [.organisation], "LOCATION": [.place], "LOC": [.place], "PRODUCT": [.other],
      "PRO": [.other],
    ]
    for path in try FileBytes.files(below: directory, ending: ".xml") {
      var words: [Int: (form: String, sentence: Int)] = [:]
      var order: [Int] = []
      var entities: [String: String] = [:]
      var mentions: [String: [Int]] = [:]
      var isName: Set<String> = []
      var links: [(from: [String], to: String)] = []
      var current: String?
      var sources: [String] = []
      for tag in XMLTags(try readText(path)) {
        switch tag.name {
        case "token":
          guard let id = tag["t_id"].flatMap({ Int($0) }) else { continue }
          words[id] = (tag.text, tag["sentence"].flatMap { Int($0) } ?? 0)
          order.append(id)
        case "ENTITY_MENTION":
          current = tag["m_id"]
          if let current {
            mentions[current] = []
            if let kind = tag["syntactic_type"], kind == "NAM" || kind.isEmpty {
              isName.insert(current)
            }
          }
        case "/ENTITY_MENTION": current = nil
        case "token_anchor":
          if let current, let id = tag["t_id"].flatMap({ Int($0) }) {
            mentions[current]?.append(id)
          }
        case "ENTITY":
          if let id = tag["m_id"], let type = tag["ent_type"] { entities[id] = type }
        case "REFERS_TO": sources = []
        case "source": if let id = tag["m_id"] { sources.append(id) }
        case "target": if let id = tag["m_id"] { links.append((sources, id)) }
        default: break
        }
      }
      var typeOf: [String: [NameType]] = [:]
      for link in links {
        guard let type = entities[link.to].flatMap({ types[$0] }) else { continue }
        for mention in link.from { typeOf[mention] = type }
      }
      for sentence in 0..<6 {
        let ids = order.filter { words[$0]?.sentence == sentence }
        guard !ids.isEmpty else { continue }
        var place: [Int: Int] = [:]
        for (index, id) in ids.enumerated() { place[id] = index }
        var spans: [(tokens: Range<Int>, types: [NameType])] = []
        for mention in isName.sorted() {
          guard let tokens = mentions[mention]?.compactMap({ place[$0] }).sorted(),
            let first = tokens.first, let last = tokens.last, last - first == tokens.count - 1,
            let type = typeOf[mention],
            (first...last).allSatisfy({
              words[ids[$0]]?.form.unicodeScalars.first?.properties.isLowercase == false
            })
          else { continue }
          spans.append((first..<last + 1, type))
        }
        spans = withoutOverlaps(spans)
        corpus.append(
          ids.map { .init(words[$0]?.form ?? "") }, spans,
          unmarked: [.group, .event, .law, .facility, .work, .other])
      }
    }
    return corpus
  }

  /// re3d: releases of governments, with entities by their offsets; names are those with capitals.
  static func re3d(_ directory: String, countries: Set<String>) throws -> NameCorpus {
    var corpus = NameCorpus()
    let types: [String: [NameType]] = [
      "Person": [.person], "Organisation": [.organisation], "Location": [.place, .facility],
      "Nationality": [.group], "MilitaryPlatform": [.other], "Weapon": [.other],
      "DocumentReference": [.work, .law],
    ]
    for path in try FileBytes.files(below: directory, ending: ".json") {
      let source = Source(
        name: path, text: try readText(String(path.dropLast(5)) + ".txt"))
      let document = Document(source, layout: Layout(source), engine: nil)
      let tokens = document.tokens
      // Offsets count code points.
      var offsets: [Int] = []
      var offset = 0
      for scalar in String(decoding: source.bytes, as: UTF8.self).unicodeScalars {
        offsets.append(offset)
        offset += UTF8.width(scalar)
      }
      offsets.append(offset)
      var found: [(tokens: Range<Int>, types: [NameType])] = []
      var start = 0
      var end = 0
      var type = ""
      for line in try readText(path).split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { continue }
        let value = parts[1].filter { $0 != "," && $0 != " " && $0 != "\"" }
        switch parts[0].filter({ $0 != "\"" && $0 != " " }) {
        case "start": start = Int(value) ?? 0
        case "end": end = Int(value) ?? 0
        case "type": type = value
        case "text":
          guard let own = types[type], start < end, end < offsets.count else { continue }
          let held = tokens.indices(in: TextRange(offsets[start], offsets[end]))
          guard !held.isEmpty else { continue }
          let text = source[tokens.range(held)]
          let words = text.lowercased().hasPrefix("the ") ? String(text.dropFirst(4)) : text
          found.append((held, countries.contains(words) ? [.place] : own))
        default: break
        }
      }
      for number in 0..<document.sentences.count {
        let range = document.sentences[number]
        var spans = found.filter { range.contains($0.tokens.lowerBound) }
          .filter { $0.tokens.upperBound <= range.upperBound }
          .map { span in
            (
              tokens: span.tokens.lowerBound - range.lowerBound..<span.tokens.upperBound
                - range.lowerBound, types: span.types
            )
          }
        let words = range.map { document.form($0) }
        // Capitals throughout, small words between them aside.
        spans.removeAll { span in
          let forms = words[span.tokens]
          let small = forms.count { $0.unicodeScalars.first?.properties.isLowercase == true }
          return small * 3 > forms.count || forms.isEmpty
        }
        corpus.append(
          words.map { .init($0) }, withoutOverlaps(spans),
          unmarked: [.event, .law, .work, .other, .group])
      }
    }
    return corpus
  }

  /// The longer of spans that overlap, in text order.
  static func withoutOverlaps(
    _ spans: [(tokens: Range<Int>, types: [NameType])]
  ) -> [(tokens: Range<Int>, types: [NameType])] {
    var kept: [(tokens: Range<Int>, types: [NameType])] = []
    for span in spans.sorted(by: {
      ($1.tokens.count, $0.tokens.lowerBound) < ($0.tokens.count, $1.tokens.lowerBound)
    }) where !kept.contains(where: { $0.tokens.overlaps(span.tokens) }) {
      kept.append(span)
    }
    return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}

/// The tags of an XML file in order, with their attributes and the text right behind them; enough
/// for corpora, whose files are regular.
struct XMLTags: Sequence, IteratorProtocol {
  struct Tag {
    let name: String
    private let attributes: Substring
    let text: String

    init(_ content: Substring, text: Substring) {
      let end = content.firstIndex { $0 == " " || $0 == "\n" } ?? content.endIndex
      name = String(content[..<end])
      attributes = content[end...]
      self.text = String(text).replacing("&amp;", with: "&").replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&apos;", with: "'")
    }

    subscript(attribute: String) -> String? {
      guard let start = attributes.firstRange(of: " \(attribute)=\"") else { return nil }
      return String(attributes[start.upperBound...].prefix { $0 != "\"" })
    }
  }

  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  mutating func next() -> Tag? {
    guard let open = rest.firstIndex(of: "<") else { return nil }
    rest = rest[rest.index(after: open)...]
    guard let close = rest.firstIndex(of: ">") else { return nil }
    let content = rest[..<close]
    rest = rest[rest.index(after: close)...]
    return Tag(content, text: rest.prefix { $0 != "<" })
  }
}
