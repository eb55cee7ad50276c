import BriefSource

/// Makes the names of one text agree with one another: one name names one thing throughout.
///
/// Linear in the number of tokens.
struct NameConsistency {
  private let tokens: Tokens
  private let table: [WordFeatures]
  private let lists: NameLists
  private var names: [Names.Name]

  init(_ names: [Names.Name], tokens: Tokens, words: SentenceWords, lists: NameLists) {
    self.names = names
    self.tokens = tokens
    table = words.table
    self.lists = lists
  }

  /// The names, with types that agree, abbreviations like what they stand for, and the places where
  /// a name was missed.
  static func consistent(
    _ names: [Names.Name], tokens: Tokens, sentences: Sentences, words: SentenceWords,
    lists: NameLists
  ) -> [Names.Name] {
    var consistency = NameConsistency(names, tokens: tokens, words: words, lists: lists)
    consistency.readAbbreviations()
    consistency.agree()
    consistency.joinSurnames()
    consistency.addMissed(sentences)
    return consistency.names.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func form(_ token: Int) -> UInt64 { table[Int(tokens.forms[token].index)].form }

  private func traits(_ token: Int) -> WordFeatures.Traits {
    table[Int(tokens.forms[token].index)].traits
  }

  private func key(_ range: Range<Int>) -> UInt64 {
    range.reduce(0) { NameLists.extend($0, form($1)) }
  }

  /// `Balochistan Liberation Army (BLA)`: the letters in brackets are of the type of the name.
  private mutating func readAbbreviations() {
    for index in names.indices.dropFirst() {
      let long = names[index - 1]
      let short = names[index]
      guard short.tokens.count == 1, long.tokens.count > 1,
        short.tokens.lowerBound == long.tokens.upperBound + 1,
        tokens.kinds[long.tokens.upperBound] == .punctuation,
        traits(short.tokens.lowerBound).contains(.capitals)
      else { continue }
      names[index].type = long.type
    }
  }

  /// Gives each name the type that most of its places have, the first of equals.
  private mutating func agree() {
    var votes: [UInt64: [Int]] = [:]
    for name in names {
      votes[key(name.tokens), default: Array(repeating: 0, count: NameType.learnt.count)][
        Int(name.type.rawValue)] += 1
    }
    for index in names.indices {
      guard let counts = votes[key(names[index].tokens)] else { continue }
      let own = counts[Int(names[index].type.rawValue)]
      if let most = counts.max(), most > own, let best = counts.firstIndex(of: most) {
        names[index].type = NameType.learnt[best]
      }
    }
  }

  /// A single word that ends the full name of a person here is that person, unless it is a country.
  private mutating func joinSurnames() {
    var surnames: Set<UInt64> = []
    for name in names where name.type == .person && name.tokens.count > 1 {
      surnames.insert(form(name.tokens.upperBound - 1))
    }
    for index in names.indices where names[index].tokens.count == 1 {
      let token = names[index].tokens.lowerBound
      guard names[index].type != .person, surnames.contains(form(token)),
        lists[NameLists.extend(0, form(token))].isDisjoint(with: [.country, .group])
      else { continue }
      names[index].type = .person
    }
  }

  /// How often each form is a name by itself, stands with a capital at all, and without one.
  private func singleUses() -> [UInt64: (named: Int, capital: Int, small: Int)] {
    var uses: [UInt64: (named: Int, capital: Int, small: Int)] = [:]
    for name in names where name.tokens.count == 1 {
      uses[form(name.tokens.lowerBound), default: (0, 0, 0)].named += 1
    }
    for token in 0..<tokens.count {
      let form = form(token)
      guard uses[form] != nil else { continue }
      if traits(token).contains(.capital) {
        uses[form]?.capital += 1
      } else {
        uses[form]?.small += 1
      }
    }
    return uses
  }

  /// Adds the places of known names that were read as other words, where they are written alike.
  private mutating func addMissed(_ sentences: Sentences) {
    var known: [WordID: [(tokens: Range<Int>, type: NameType)]] = [:]
    var seen: Set<UInt64> = []
    let uses = singleUses()
    for name in names {
      let first = name.tokens.lowerBound
      guard traits(first).contains(.capital), name.tokens.count <= 6,
        seen.insert(key(name.tokens)).inserted
      else { continue }
      // A single word may be an ordinary one elsewhere: it has to be a name more often than not,
      // and never stand without its capital.
      if name.tokens.count == 1 {
        let use = uses[form(first)] ?? (0, 0, 0)
        guard use.small == 0, use.named * 2 > use.capital, tokens.range(first).count > 2 else {
          continue
        }
      }
      known[tokens.forms[first], default: []].append((name.tokens, name.type))
    }
    var taken = [Bool](repeating: false, count: tokens.count)
    for name in names { for token in name.tokens { taken[token] = true } }
    var added: [Names.Name] = []
    for number in 0..<sentences.count {
      let sentence = sentences[number]
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        defer { token += 1 }
        guard !taken[token], let candidates = known[tokens.forms[token]] else { continue }
        let match = candidates.filter { candidate in
          let end = token + candidate.tokens.count
          guard end <= sentence.upperBound else { return false }
          return zip(candidate.tokens, token..<end).allSatisfy {
            tokens.forms[$0] == tokens.forms[$1] && !taken[$1]
          }
        }.max { $0.tokens.count < $1.tokens.count }
        guard let match else { continue }
        let range = token..<token + match.tokens.count
        // Part of a longer run of capitals it is another name.
        let isAlone =
          (range.lowerBound == sentence.lowerBound
            || !traits(range.lowerBound - 1).contains(.capital) || taken[range.lowerBound - 1])
          && (range.upperBound == sentence.upperBound
            || !traits(range.upperBound).contains(.capital) || taken[range.upperBound])
        guard isAlone else { continue }
        added.append(.init(tokens: range, type: match.type))
        for place in range { taken[place] = true }
      }
    }
    names += added
  }
}
