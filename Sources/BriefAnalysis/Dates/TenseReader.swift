import BriefText

/// Tells from the verb that governs an expression of time whether what it dates lies behind or
/// ahead.
struct TenseReader {
  /// Behind or ahead of the time of writing.
  enum Tense { case past, future }

  private let tree: ClauseTree
  private let document: Document

  /// Reads the trees of `document`.
  init(_ document: Document, _ tree: ClauseTree) {
    self.document = document
    self.tree = tree
  }

  /// The tense of the verb that governs the tokens; `nil` where it tells nothing.
  ///
  /// Linear in the depth of the tree, and at most eight steps.
  func tense(of tokens: Range<Int>) -> Tense? {
    if let verb = neighbour(of: tokens) { return isPlan(verb) ? .future : .past }
    var token = top(of: tokens)
    var isOfNoun = false
    if let head = token.flatMap(tree.head) { isOfNoun = tree.parts[head] == .noun }
    var steps = 0
    while let current = token, steps < 8 {
      if let tense = tense(ofVerb: current, isOfNoun: isOfNoun) { return tense }
      // "condemns the attack on Sunday": the present of the verb tells nothing of the noun's day.
      if isOfNoun, tree.parts[current] == .verb { return nil }
      token = tree.head(current)
      steps += 1
    }
    return nil
  }

  /// The verb that governs the tokens, or what does in its place.
  func governor(of tokens: Range<Int>) -> Int? {
    if let verb = neighbour(of: tokens) { return verb }
    var token = top(of: tokens).flatMap(tree.head)
    var steps = 0
    while let current = token, steps < 8 {
      if tree.parts[current] == .verb { return current }
      guard let head = tree.head(current) else { return current }
      token = head
      steps += 1
    }
    return token
  }

  /// The token of the phrase that depends on one outside of it.
  func top(of tokens: Range<Int>) -> Int? {
    tokens.first { token in
      guard let head = tree.head(token) else { return true }
      return !tokens.contains(head)
    }
  }

  /// A verb in the past that stands right before or behind: "said on Friday", "announced Thursday",
  /// "Pakistan on Friday declared". What stands so close belongs together, whatever the tree says.
  private func neighbour(of tokens: Range<Int>) -> Int? {
    var before = tokens.lowerBound - 1
    if before >= 0, ["on", "late", "early", "in"].contains(document.lower(before)) { before -= 1 }
    guard before >= 0 else { return nil }
    if tree.parts[before] == .verb, tree.verbForms[before] == .past { return before }
    let after = tokens.upperBound
    guard after < tree.parts.count,
      tree.parts[before] == .noun || tree.parts[before] == .properNoun,
      tree.parts[after] == .verb
    else { return nil }
    switch tree.verbForms[after] {
    case .past, .participle: return after
    default: return nil
    }
  }

  private func tense(ofVerb verb: Int, isOfNoun: Bool) -> Tense? {
    let form = tree.verbForms[verb]
    var isPast = false
    var isPresent = false
    var isInfinitive = false
    var hasAuxiliary = false
    for child in tree.children(verb) where child < verb {
      switch tree.relations[child] {
      case .auxiliary, .passiveAuxiliary, .copula:
        switch document.lower(child) {
        case "will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "should", "must", "can",
          "could":
          return hasPerfect(verb) ? .past : .future
        case "was", "were", "had", "did", "has", "have", "been", "'d", "'ve", "’ve":
          isPast = true
        case "is", "are", "am", "be", "being", "'s", "’s", "'re", "’re", "does", "do":
          isPresent = true
        default: break
        }
        hasAuxiliary = true
      case .marker where document.lower(child) == "to": isInfinitive = true
      default: break
      }
    }
    if isPlan(verb), form == .participle || form == .past || tree.parts[verb] == .adjective {
      return .future
    }
    if isInfinitive { return isPast && hasPerfect(verb) ? .past : .future }
    if isPast { return .past }
    switch form {
    case .past: return .past
    case .participle: return hasAuxiliary && isPresent ? nil : .past
    case .present where isOfNoun: return nil
    case .present: return Self.reporting.contains(tree.lemma(verb)) ? .past : .future
    case .ing: return isPresent ? .future : nil
    case .base, .none: return isPresent && tree.parts[verb] != .verb ? .future : nil
    }
  }

  private func hasPerfect(_ verb: Int) -> Bool {
    tree.children(verb).contains { document.lower($0) == "have" }
  }

  private func isPlan(_ verb: Int) -> Bool { Self.plans.contains(tree.lemma(verb)) }

  /// What is done on a day that is still to come.
  private static let plans: Set<String> = [
    "due", "expect", "intend", "plan", "postpone", "project", "propose", "reschedule", "schedule",
    "set", "slate", "time",
  ]

  /// Verbs whose present tells what was said: "the statement says".
  private static let reporting: Set<String> = [
    "add", "claim", "confirm", "note", "report", "say", "show", "state", "tell", "write",
  ]
}
