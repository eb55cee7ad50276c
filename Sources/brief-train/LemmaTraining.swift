import BriefText

/// Learns what a lemmatiser has to know beside its rules from a treebank.
struct LemmaTraining {
  let treebank: Treebank
  /// Tagged words without lemmas; those that are not inflected are stems.
  var tagged: [(word: String, tag: String)] = []
  /// Names that are written in capitals.
  var abbreviations: [String] = []
  /// Irregular forms: a line of the base, the past tenses and the participles, forms of one kind
  /// divided by slashes; or of a plural, after `plural`.
  var irregular: [String] = []

  /// A form with a group of tags.
  private struct Key: Hashable {
    let form: String
    let group: LemmaGroup
  }

  /// The bytes of the section.
  func section() throws -> [UInt8] {
    let stems = stems()
    let exceptions = try exceptions(stems)
    log("lemmas: \(stems.count) stems, \(exceptions.count) exceptions")
    return LemmaTable.bytes(stems: stems, exceptions: exceptions)
  }

  // MARK: Stems

  private func stems() -> [(stem: String, kind: LemmaTable.Kind)] {
    var stems = Set<String>()
    var sorted: [(stem: String, kind: LemmaTable.Kind)] = []
    func add(_ stem: String, _ kind: LemmaTable.Kind) {
      guard stem.utf8.count > 1, stems.insert("\(kind) \(stem)").inserted else { return }
      sorted.append((stem, kind))
    }
    for word in treebank.sentences.lazy.flatMap(\.words) where word.lemma != "_" {
      guard let group = word.lemmaGroup else { continue }
      let isSmall = word.lemma == word.lemma.lowercased()
      switch group {
      case .verb, .verbPast, .verbPresent, .verbProgressive:
        if isSmall { add(word.lemma, .verb) }
      case .noun, .nounPlural: if isSmall { add(word.lemma, .noun) }
      case .adjective, .adjectiveCompared, .adverb, .adverbCompared:
        add(word.lemma, isSmall ? .adjective : .nameAdjective)
      case .interjection: if isSmall { add(word.lemma, .adjective) }
      case .name: if !isSmall { add(word.lemma, .name) }
      default: break
      }
    }
    for name in abbreviations { add(name, .name) }
    // Words outside the treebank may be misspelt, so they have to come twice.
    var counts: [String: Int] = [:]
    for (word, tag) in tagged where word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
      let kind: LemmaTable.Kind
      switch tag {
      case "VB", "VBP": kind = .verb
      case "NN": kind = .noun
      case "JJ": kind = .adjective
      default: continue
      }
      let count = counts["\(kind) \(word)", default: 0] + 1
      counts["\(kind) \(word)"] = count
      if count == 2 { add(word, kind) }
    }
    return sorted
  }

  // MARK: Exceptions

  /// What the rules get wrong: first whatever the capitals, then for forms as they stand.
  private func exceptions(
    _ stems: [(stem: String, kind: LemmaTable.Kind)]
  ) throws -> [LemmaTable.Exception] {
    var small: [Key: [String: Int]] = [:]
    var exact: [Key: [String: Int]] = [:]
    for word in treebank.sentences.lazy.flatMap(\.words) where word.lemma != "_" {
      guard let group = word.lemmaGroup else { continue }
      let letters = Lemmatiser.plain(word.form)
      let form = String(decoding: letters, as: UTF8.self)
      let plain = String(decoding: Lemmatiser.small(letters), as: UTF8.self)
      exact[Key(form: form, group: group), default: [:]][word.lemma, default: 0] += 1
      // A name written without its capitals says nothing about names that have them.
      if group != .name && group != .namePlural && group != .address && group != .foreign {
        small[Key(form: plain, group: group), default: [:]][word.lemma, default: 0] += 1
      }
    }
    var exceptions = try wrong(small, .small, after: [], stems)
    // Plurals depend on conventions, so the list gives only those that are hardly ever seen.
    let listed = listed().filter {
      $0.group == .verbPast
        || (small[Key(form: $0.form, group: $0.group)] ?? [:]).values.reduce(0, +) < 2
    }
    exceptions = listed + exceptions
    exceptions += try wrong(exact, .exact, after: exceptions, stems)
    return exceptions
  }

  /// The forms whose most frequent lemma is not what comes of the rules and the exceptions so far.
  private func wrong(
    _ counts: [Key: [String: Int]], _ spelling: LemmaTable.Spelling,
    after exceptions: [LemmaTable.Exception], _ stems: [(stem: String, kind: LemmaTable.Kind)]
  ) throws -> [LemmaTable.Exception] {
    let bytes = LemmaTable.bytes(stems: stems, exceptions: exceptions)
    let archive = try ModelArchive(ModelArchive.bytes(of: ["lemmas": bytes]))
    let lemmatiser = Lemmatiser(try LemmaTable(archive.section("lemmas")))
    let keys = counts.keys.sorted {
      ($0.form, $0.group.rawValue) < ($1.form, $1.group.rawValue)
    }
    return keys.compactMap { key in
      let lemmas = counts[key] ?? [:]
      let best = lemmas.max { ($0.value, $1.key) < ($1.value, $0.key) }
      let given = lemmatiser.lemma(of: key.form, key.group)
      guard let best, best.key != given, best.value > lemmas[given] ?? 0 else { return nil }
      // Capitals decide nothing but the capitals of common words.
      if spelling == .exact, key.group != .name, key.group != .namePlural, key.group != .address,
        key.group != .foreign, best.key.lowercased() != given.lowercased()
      {
        return nil
      }
      return .init(form: key.form, group: key.group, spelling: spelling, lemma: best.key)
    }
  }

  /// The irregular forms of the list.
  private func listed() -> [LemmaTable.Exception] {
    irregular.flatMap { line -> [LemmaTable.Exception] in
      let parts = line.split(separator: " ")
      guard parts.count > 1, !line.hasPrefix("#") else { return [] }
      let isPlural = parts[0] == "plural"
      let lemma = String(isPlural ? parts[1] : parts[0])
      return parts[(isPlural ? 2 : 1)...].flatMap { $0.split(separator: "/") }.map { form in
        .init(
          form: String(form), group: isPlural ? .nounPlural : .verbPast, spelling: .small,
          lemma: lemma)
      }
    }
  }
}

extension Treebank.Word {
  /// The group of its tags; `nil` for pieces of a word, one of which has the lemma of the whole.
  fileprivate var lemmaGroup: LemmaGroup? {
    if penn == "GW" || penn == "AFX" || relation == "goeswith" { return nil }
    return UniversalTag(rawValue: universal).map { LemmaGroup(.init(universal: $0, penn: penn)) }
  }
}
