import BriefSource
import BriefText

extension ReferenceResolver {
  /// Resolves the word at `token` if it is a pronoun of the third person.
  mutating func pronoun(at token: Int) {
    guard text.tokens.kinds[token] == .word, text.facts(token).kinds.contains(.function) else {
      return
    }
    switch text.lower(token) {
    case "he", "him", "his", "himself": person(at: token, .male)
    case "she", "her", "hers", "herself": person(at: token, .female)
    case "its", "itself": thing(at: token)
    case "it", "they": if speaks(token) { speaker(at: token) }
    case "their": people(at: token)
    default: break
    }
  }

  /// `he`, `she`: the last fitting person, the subject of a sentence before others.
  private mutating func person(at token: Int, _ gender: EntityDraft.Gender) {
    let sentence = text.sentence[token]
    let quotation = quoted.quotation[token]
    var best: (antecedent: Antecedent, score: Int)?
    var rivals: Set<Int> = []
    let speaks = speaksAfterReport(token)
    let chained = chained(token) {
      $0.type == .person && ($0.gender == gender || $0.gender == .unknown)
    }
    for (age, candidate) in persons.reversed().enumerated() {
      let distance = Int(sentence - candidate.sentence)
      guard distance <= 5, fits(candidate.draft, gender) else { continue }
      // The one who speaks says "I"; "he" in a quotation is somebody named in it.
      if quotation != candidate.quotation, quotation != 0 { continue }
      if candidate.quotation != 0, quotation == 0, distance > 0 { continue }
      rivals.insert(candidate.draft)
      var score = -3 * min(distance, 3) - min(age, 4)
      // A subject stays the subject: "The minister met Mr Bol. He confirmed that …".
      if candidate.isSubject { score += text.isInitial[token] ? 5 : 3 }
      // What the trained chains say weighs as much as being a subject.
      if candidate.draft == chained?.draft { score += 3 }
      // "The minister will resign, she said": whoever says it is seldom the one it is said of.
      if speaks, distance == 0 { score -= 7 }
      let draft = drafts[candidate.draft]
      if draft.gender == gender { score += 1 }
      // One word without a role or a first name may be no person at all.
      if draft.words.count == 1, draft.roles.isEmpty, draft.gender == .unknown { score -= 3 }
      if score > best?.score ?? Int.min { best = (candidate, score) }
    }
    guard let best else {
      if let chained {
        add(
          chained.draft, token..<(token + 1), .pronoun,
          "'\(text.form(chained.head))' far before it fits best", 0.5)
      }
      return
    }
    let distance = Int(sentence - best.antecedent.sentence)
    let confidence = (rivals.count == 1 ? 0.85 : 0.65) - 0.07 * Double(distance)
    let place =
      distance == 0 ? "in this sentence" : distance == 1 ? "in the sentence before" : "before"
    add(
      best.antecedent.draft, token..<(token + 1), .pronoun,
      rivals.count == 1
        ? "the only person who fits is named \(place)"
        : "the person who fits best is named \(place)"
          + (best.antecedent.isSubject ? " as its subject" : ""), confidence)
  }

  /// Whether the pronoun at `token` follows what it says: "The road is open, she said."
  private func speaksAfterReport(_ token: Int) -> Bool {
    guard token > 0, token + 1 < text.tokens.count, text.lower(token - 1) == ",",
      text.sentence[token - 1] == text.sentence[token],
      text.sentence[token + 1] == text.sentence[token]
    else { return false }
    return text.facts(token + 1).kinds.contains(.speechVerb)
  }

  private func fits(_ draft: Int, _ gender: EntityDraft.Gender) -> Bool {
    drafts[draft].gender == gender || drafts[draft].gender == .unknown
  }

  /// Whether a verb of saying follows the word at `token`: `it said`, `they have warned`.
  private func speaks(_ token: Int) -> Bool {
    var next = token + 1
    while next < text.tokens.count, next < token + 3,
      text.sentence[next] == text.sentence[token],
      ["has", "have", "had", "also", "later"].contains(text.lower(next))
    {
      next += 1
    }
    return next < text.tokens.count && text.sentence[next] == text.sentence[token]
      && text.facts(next).kinds.contains(.speechVerb)
  }

  /// `it said`: the body or place that its chain leads to.
  private mutating func speaker(at token: Int) {
    guard let found = chained(token, { $0.type == .organisation || $0.type == .place }) else {
      return
    }
    add(
      found.draft, token..<(token + 1), .pronoun,
      "of all that may speak, '\(text.form(found.head))' before it fits best", 0.6)
  }

  /// `its`: a body or place named before it in its sentence, where only one is or one is subject.
  private mutating func thing(at token: Int) {
    let quotation = quoted.quotation[token]
    let candidates = others.filter { $0.quotation == quotation && isSingular($0.draft) }
    let distinct = Set(candidates.map(\.draft))
    if distinct.count == 1, let only = candidates.first {
      add(
        only.draft, token..<(token + 1), .pronoun,
        "it is the only body or place named before it in the sentence", 0.65)
    } else if let subject = candidates.last(where: \.isSubject) {
      add(
        subject.draft, token..<(token + 1), .pronoun,
        "it is the last subject before it in the sentence", 0.5)
    }
  }

  /// `their`: the only body named before it in its sentence.
  private mutating func people(at token: Int) {
    let quotation = quoted.quotation[token]
    let candidates = others.filter {
      $0.quotation == quotation && drafts[$0.draft].type == .organisation
    }
    guard Set(others.map(\.draft)).count == 1, let only = candidates.first,
      !persons.contains(where: { $0.sentence == text.sentence[token] })
    else { return }
    add(
      only.draft, token..<(token + 1), .pronoun,
      "it is the only body named before it in the sentence", 0.5)
  }

  private func isSingular(_ draft: Int) -> Bool { drafts[draft].type != .group }
}
