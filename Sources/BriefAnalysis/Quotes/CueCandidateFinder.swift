import BriefText

/// Lists the constructions in the trees of a text that may report speech, thought or judgement.
///
/// Every child of every word is looked at a fixed number of times, so the time is linear in the
/// number of tokens.
struct CueCandidateFinder {
  let text: QuoteText
  let tree: ClauseTree
  private let reader: ContentReader

  init(_ text: QuoteText) {
    self.text = text
    tree = text.tree
    reader = ContentReader(text)
  }

  /// The candidates whose cue is the token at `token`.
  func candidates(at token: Int) -> [CueCandidate] {
    guard text.isWord(token) else { return [] }
    switch tree.parts[token] {
    case .verb: return verbCandidates(token)
    case .noun: return nounCandidates(token)
    case .properNoun: return according(token)
    case .pronoun: return according(token)
    case .adjective: return adjectiveCandidates(token)
    case .adverb: return adverbCandidates(token)
    default: return []
    }
  }

  // MARK: Verbs

  private func verbCandidates(_ verb: Int) -> [CueCandidate] {
    var found: [CueCandidate] = []
    let lemma = tree.lemma(verb)
    var particle: Int?
    var passiveSubject: Int?
    var object: Int?
    func add(
      _ construction: Construction, _ content: Int, _ runs: [Range<Int>], key: String? = nil,
      through end: Int? = nil
    ) {
      guard !runs.isEmpty else { return }
      let last = end ?? particle.map { $0 == verb + 1 ? $0 : verb } ?? verb
      found.append(
        CueCandidate(
          head: verb, cue: verb..<last + 1, construction: construction, key: key ?? lemma,
          content: content, runs: runs))
    }
    for child in tree.children(verb) {
      switch tree.relations[child] {
      case .particle: particle = child
      case .passiveSubject: passiveSubject = child
      case .clause:
        if child < verb {
          add(.before, child, reader.runs(of: child, without: verb))
        } else {
          let marker = thatMarker(child)
          let start = marker ?? reader.subtree(child).lowerBound
          let range = reader.cut(start..<reader.end(after: child), head: child, cue: verb)
          let runs = reader.runs(reader.opened(reader.extended(range)))
          add(marker == nil ? .clause : .that, child, runs)
        }
      case .parataxis:
        if child > verb {
          add(.beside, child, reader.runs(of: child, without: verb))
        } else {
          add(.before, child, reader.runs(of: child, without: verb))
        }
      case .openClause where child > verb:
        let isInfinitive = tree.parts[child] == .verb || tree.child(child, .copula) != nil
        let end = reader.end(after: child)
        if isInfinitive, let passiveSubject {
          add(
            .raising, child,
            reader.runs(reader.subtree(passiveSubject))
              + reader.runs(reader.subtree(child).lowerBound..<end))
        } else if object == nil {
          add(
            isInfinitive ? .infinitive : .complement, child,
            reader.runs(
              reader.cut(reader.subtree(child).lowerBound..<end, head: child, cue: verb)))
        }
      case .object where child > verb:
        object = child
        let span = reader.withoutOccasion(
          reader.cut(reader.subtree(child), head: child, cue: verb), head: child)
        let more = reader.cut(
          span.lowerBound..<reader.end(after: child), head: child, cue: verb)
        add(.object, child, reader.runs(span))
        if more.upperBound > span.upperBound {
          add(.objectAndMore, child, reader.runs(reader.withoutOccasion(more, of: verb)))
        }
      case .oblique where child > verb:
        guard let marker = preposition(of: child) else { break }
        let span = reader.subtree(child)
        let key = "\(lemma) \(text.lower(marker))"
        let isNext = marker == verb + 1
        add(
          .oblique, child, reader.runs(marker + 1..<max(marker + 1, span.upperBound)), key: key,
          through: isNext ? marker : nil)
      case .adverbialClause where child > verb:
        let span = reader.subtree(child)
        if let marker = preposition(of: child), marker == span.lowerBound {
          let key = "\(lemma) \(text.lower(marker))"
          let first = tree.parts[marker] == .adposition ? marker + 1 : marker
          add(
            .prepositionClause, child, reader.runs(first..<span.upperBound), key: key,
            through: first == verb + 2 ? marker : nil)
        }
      default: break
      }
    }
    if !found.contains(where: { $0.construction == .that || $0.construction == .clause }),
      let clause = strayClause(of: verb)
    {
      let start = thatMarker(clause) ?? clause
      let span = reader.cut(
        start..<max(start, reader.subtree(clause).upperBound), head: clause, cue: verb)
      add(.that, clause, reader.runs(reader.extended(span)))
    }
    if let passiveSubject, !found.contains(where: { $0.construction == .raising }) {
      add(.passiveSubject, passiveSubject, reader.runs(reader.subtree(passiveSubject)))
    }
    found += hanging(verb, lemma)
    return found
  }

  /// The clause with "that" which the parser put below an object or an adjunct of a verb of speech:
  /// "told the assembly on Friday that …".
  private func strayClause(of verb: Int) -> Int? {
    guard text.isReporting[verb] else { return nil }
    for child in tree.children(verb) where child > verb {
      switch tree.relations[child] {
      case .object, .oblique, .indirectObject, .clause, .openClause:
        var noun = child
        for _ in 0..<4 {
          var last: Int?
          for below in tree.children(noun) where below > noun {
            switch tree.relations[below] {
            case .nounClause, .relativeClause, .clause, .adverbialClause:
              if hasThat(below) { return below }
            case .nounModifier, .oblique, .apposition: last = below
            default: break
            }
          }
          guard let last else { break }
          noun = last
        }
      default: break
      }
    }
    return nil
  }

  /// The verb hangs on what is said: "The road, Khan said, is open"; "as Khan said".
  private func hanging(_ verb: Int, _ lemma: String) -> [CueCandidate] {
    guard let above = tree.head(verb) else { return [] }
    let construction: Construction
    switch tree.relations[verb] {
    case .parataxis: construction = .parenthesis
    case .adverbialClause:
      guard let marker = tree.child(verb, .marker), text.has(marker, .asWord) else { return [] }
      construction = .asClause
    case .discourse: construction = .parenthesis
    default: return []
    }
    guard tree.child(verb, .subject) != nil else { return [] }
    let head = reader.clause(around: above)
    let runs = reader.runs(of: head, without: verb)
    guard !runs.isEmpty else { return [] }
    return [
      CueCandidate(
        head: verb, cue: verb..<verb + 1, construction: construction, key: lemma, content: head,
        runs: runs)
    ]
  }

  private func hasThat(_ clause: Int) -> Bool { thatMarker(clause) != nil }

  /// The "that" which opens the clause with the head `clause`.
  private func thatMarker(_ clause: Int) -> Int? {
    tree.children(clause).first {
      tree.relations[$0] == .marker && $0 < clause && text.has($0, .that)
    }
  }

  /// The preposition or conjunction before the token at `index` that depends on it.
  private func preposition(of index: Int) -> Int? {
    tree.children(index).first {
      $0 < index && (tree.relations[$0] == .adposition || tree.relations[$0] == .marker)
    }
  }

  // MARK: Nouns, adjectives, adverbs

  private func nounCandidates(_ noun: Int) -> [CueCandidate] {
    var found = according(noun)
    let lemma = tree.lemma(noun)
    for child in tree.children(noun) where child > noun {
      let span = reader.subtree(child)
      let construction: Construction
      var key = lemma
      var start = span.lowerBound
      switch tree.relations[child] {
      case .clause: construction = .nounClause
      case .nounClause, .adverbialClause:
        if hasThat(child) {
          construction = .nounClause
        } else if tree.children(child).contains(where: {
          tree.relations[$0] == .marker && text.has($0, .to)
        }) {
          construction = .nounInfinitive
        } else if let marker = preposition(of: child), marker == span.lowerBound {
          construction = .nounOf
          key = "\(lemma) \(text.lower(marker))"
          start = marker + 1
        } else {
          continue
        }
      case .nounModifier:
        guard let marker = preposition(of: child) else { continue }
        construction = .nounOf
        key = "\(lemma) \(text.lower(marker))"
        start = marker + 1
      default: continue
      }
      let runs = reader.runs(start..<max(start, span.upperBound))
      guard !runs.isEmpty else { continue }
      found.append(
        CueCandidate(
          head: noun, cue: noun..<noun + 1, construction: construction, key: key, content: child,
          runs: runs))
    }
    return found
  }

  /// "according to Khan".
  private func according(_ noun: Int) -> [CueCandidate] {
    guard let above = tree.head(noun),
      let word = tree.children(noun).first(where: {
        $0 < noun && tree.relations[$0] == .adposition && text.lower($0) == "according"
      })
    else { return [] }
    let head = reader.clause(around: above)
    let runs = reader.runs(of: head, without: noun)
    guard !runs.isEmpty else { return [] }
    let end = text.has(word + 1, .to) ? word + 2 : word + 1
    return [
      CueCandidate(
        head: word, cue: word..<end, construction: .according, key: "according", content: head,
        runs: runs)
    ]
  }

  private func adjectiveCandidates(_ adjective: Int) -> [CueCandidate] {
    var found: [CueCandidate] = []
    let lemma = tree.lemma(adjective)
    for child in tree.children(adjective) where child > adjective {
      let construction: Construction
      switch tree.relations[child] {
      case .clause: construction = .adjectiveClause
      case .openClause: construction = .adjectiveInfinitive
      case .adverbialClause where hasThat(child): construction = .adjectiveClause
      default: continue
      }
      let runs = reader.runs(reader.subtree(child))
      guard !runs.isEmpty else { continue }
      found.append(
        CueCandidate(
          head: adjective, cue: adjective..<adjective + 1, construction: construction, key: lemma,
          content: child, runs: runs))
    }
    return found
  }

  private func adverbCandidates(_ adverb: Int) -> [CueCandidate] {
    guard let head = tree.head(adverb), tree.relations[adverb] == .adverb,
      text.lower(adverb).hasSuffix("edly")
    else { return [] }
    let runs = reader.runs(of: head, without: adverb)
    guard !runs.isEmpty else { return [] }
    return [
      CueCandidate(
        head: adverb, cue: adverb..<adverb + 1, construction: .adverb, key: tree.lemma(adverb),
        content: head, runs: runs)
    ]
  }
}
