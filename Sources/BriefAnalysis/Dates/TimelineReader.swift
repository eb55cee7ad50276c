import BriefSource
import BriefText

/// Joins expressions of time to what happens at them.
struct TimelineReader {
  private let document: Document
  private let tree: ClauseTree
  private let tenses: TenseReader
  private let briefing: Briefing
  /// The quotes in text order, for whose words an event stands in.
  private let quotes: [Quote]

  private init(_ briefing: Briefing) {
    self.briefing = briefing
    document = briefing.document
    tree = ClauseTree(document)
    tenses = TenseReader(document, tree)
    quotes = briefing.quotes
  }

  /// The events of `briefing`, in text order.
  ///
  /// Linear in the number of tokens, logarithmic in that of quotes and mentions for each event.
  static func events(of briefing: Briefing) -> [TimelineEvent] {
    let expressions = briefing.dates.expressions
    guard !expressions.isEmpty, briefing.document.trees != nil else { return [] }
    let reader = TimelineReader(briefing)
    var events: [TimelineEvent] = []
    for expression in expressions {
      guard let event = reader.event(at: expression) else { continue }
      // Two dates in one clause are two events only where what happens differs.
      if let last = events.last, last.what == event.what,
        let first = expressions[last.expression].start, let end = expressions[last.expression].end,
        let start = expression.start, let stop = expression.end, first <= stop, start <= end
      {
        // Of "two weeks ago, on November 1" the closer one stays.
        let isCloser = stop.dayNumber - start.dayNumber < end.dayNumber - first.dayNumber
        if isCloser { events[events.count - 1] = event }
        continue
      }
      events.append(event)
    }
    return events
  }

  private func event(at expression: TimeExpression) -> TimelineEvent? {
    guard expression.kind == .date || expression.kind == .time,
      !expression.value.hasSuffix("_REF"), expression.anchor != .event, isInText(expression.range),
      let (trigger, verb) = trigger(of: expression.tokens)
    else { return nil }
    let tokens = clipped(
      trigger == verb ? clause(of: verb) : phrase(of: trigger), around: trigger)
    guard tokens.count > expression.tokens.count else { return nil }
    let holder = quote(holding: document.tokens.range(trigger), isCue: verb)
    let (certainty, reason) = certainty(
      expression, verb, isNoun: trigger != verb, isTold: holder != nil)
    return TimelineEvent(
      expression: expression.id, what: document.tokens.range(tokens),
      trigger: document.tokens.range(trigger), actors: actors(in: tokens), certainty: certainty,
      source: holder?.speaker?.name, reason: reason)
  }

  /// Whether a place belongs to the text, not to the lines above it.
  private func isInText(_ range: TextRange) -> Bool {
    guard let block = briefing.structure.block(at: range.start) else { return false }
    switch briefing.structure.blocks[block].kind {
    case .dateline, .byline, .furniture, .keyPointsLabel: return false
    default: return briefing.structure.blocks[block].content.contains(range)
    }
  }

  // MARK: What happens

  /// The word that names what happens, and the verb of its clause; a noun where the expression
  /// belongs to one.
  private func trigger(of tokens: Range<Int>) -> (trigger: Int, verb: Int)? {
    guard var verb = tenses.governor(of: tokens) else { return nil }
    if let told = clause(toldBy: verb, after: tokens) { verb = told }
    // What stands on the other side of a semicolon is another statement, whatever the tree says.
    if let statement = statement(around: tokens, without: verb) {
      guard let own = statement.first(where: { tree.parts[$0] == .verb }) else { return nil }
      return (own, own)
    }
    guard let top = tenses.top(of: tokens), let head = tree.head(top) else { return (verb, verb) }
    if head != verb, tree.parts[head] == .noun, tree.isNominal(head) { return (head, verb) }
    return (verb, verb)
  }

  /// The verb of the clause that `verb` reports where the expression stands at its beginning:
  /// "noting that, last year, the port was closed".
  private func clause(toldBy verb: Int, after tokens: Range<Int>) -> Int? {
    guard verb < tokens.lowerBound else { return nil }
    var before = tokens.lowerBound - 1
    if before > verb, document.tokens.kinds[before] == .punctuation { before -= 1 }
    let isOpened = before > verb && document.lower(before) == "that"
    return tree.children(verb).first { child in
      guard child >= tokens.upperBound else { return false }
      switch tree.relations[child] {
      case .clause: return isOpened || tree.subtree(child).lowerBound < tokens.lowerBound
      case .parataxis: return isOpened
      default: return false
      }
    }
  }

  /// The clause of a verb without clauses that only go along with it.
  private func clause(of verb: Int) -> Range<Int> {
    var first = verb
    var last = verb
    for child in tree.children(verb) {
      switch tree.relations[child] {
      case .parataxis, .conjunct, .conjunction, .punctuation, .marker, .discourse, .vocative:
        continue
      case .adverbialClause where isSetOff(child): continue
      default: break
      }
      let range = tree.subtree(child)
      first = min(first, range.lowerBound)
      last = max(last, range.upperBound - 1)
    }
    // "Velmora on Thursday ruled it out": a subject that was taken for the head.
    if tree.relations[verb] == .nounClause, let head = tree.head(verb), head < first {
      first = tree.subtree(head).lowerBound
    }
    return first..<last + 1
  }

  /// The tokens around `tokens` up to the next semicolon or end of sentence, at most sixty on
  /// either side; `nil` when `verb` is not cut off from them by a semicolon.
  private func statement(around tokens: Range<Int>, without verb: Int) -> Range<Int>? {
    var first = tokens.lowerBound
    var last = tokens.upperBound
    let begin = max(0, first - 60)
    let end = min(document.tokens.count, last + 60)
    let stops: Set<String> = [";", ".", "!", "?"]
    while first > begin, !stops.contains(document.lower(first - 1)) { first -= 1 }
    while last < end, !stops.contains(document.lower(last)) { last += 1 }
    let isCutOff =
      verb < first
      ? first > 0 && document.lower(first - 1) == ";"
      : verb >= last && last < document.tokens.count && document.lower(last) == ";"
    return isCutOff ? first..<last : nil
  }

  /// The tokens up to the next semicolon on either side of `trigger`.
  private func clipped(_ tokens: Range<Int>, around trigger: Int) -> Range<Int> {
    var first = trigger
    var last = trigger
    while first > tokens.lowerBound, document.lower(first - 1) != ";" { first -= 1 }
    while last + 1 < tokens.upperBound, document.lower(last + 1) != ";" { last += 1 }
    return first..<last + 1
  }

  /// Whether a mark separates a clause from what it goes along with.
  private func isSetOff(_ clause: Int) -> Bool {
    let first = tree.subtree(clause).lowerBound
    return document.tokens.kinds[first] == .punctuation
      || first > 0 && document.tokens.kinds[first - 1] == .punctuation
  }

  /// A noun with what belongs to it, without relative clauses.
  private func phrase(of noun: Int) -> Range<Int> {
    var first = noun
    var last = noun
    for child in tree.children(noun) {
      switch tree.relations[child] {
      case .relativeClause, .punctuation, .conjunct, .conjunction, .apposition, .parataxis,
        .copula, .subject, .auxiliary, .adposition, .marker, .adverbialClause:
        continue
      default: break
      }
      let range = tree.subtree(child)
      first = min(first, range.lowerBound)
      last = max(last, range.upperBound - 1)
    }
    return first..<last + 1
  }

  // MARK: Who

  private func actors(in tokens: Range<Int>) -> [EntityID] {
    let mentions = briefing.entities.mentions
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].tokens.lowerBound < tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var actors: [EntityID] = []
    while low < mentions.count, mentions[low].tokens.lowerBound < tokens.upperBound {
      let entity = mentions[low].entity
      if !actors.contains(entity) { actors.append(entity) }
      low += 1
    }
    return actors
  }

  // MARK: How sure

  private func certainty(
    _ expression: TimeExpression, _ verb: Int, isNoun: Bool, isTold: Bool
  ) -> (TimelineEvent.Certainty, String) {
    let today = briefing.metadata.date?.value
    if let today, today.day != nil, let start = expression.start, start > today {
      return (.planned, "the day lies after that of the briefing")
    }
    // A noun has no tense, and what is over is not planned.
    let isOver = today.flatMap { today in expression.end.map { $0 < today } } ?? isNoun
    if !isNoun, isPossible(verb) { return (.possible, "the clause tells of what could be") }
    if !isOver, tenses.tense(of: expression.tokens) == .future,
      !isToday(expression) || isNoun || isAhead(verb)
    {
      return (.planned, "the verb tells of what is to come")
    }
    return isTold
      ? (.claimed, "it stands in what somebody is quoted or reported to say")
      : (.past, "the text tells it as a fact, in its own words")
  }

  /// Whether it is the day of the briefing: what is told of it in the present is no plan.
  private func isToday(_ expression: TimeExpression) -> Bool {
    expression.tokens.contains { document.lower($0) == "today" }
  }

  private func isAhead(_ verb: Int) -> Bool {
    tree.children(verb).contains { child in
      switch tree.relations[child] {
      case .auxiliary: ["will", "shall", "'ll", "’ll", "wo"].contains(document.lower(child))
      case .marker: document.lower(child) == "to"
      default: false
      }
    }
  }

  private func isPossible(_ verb: Int) -> Bool {
    tree.children(verb).contains { child in
      switch tree.relations[child] {
      case .auxiliary: ["would", "could", "might", "may"].contains(document.lower(child))
      case .marker: ["if", "unless"].contains(document.lower(child))
      default: false
      }
    }
  }

  /// The innermost quote whose statement holds `range`, where its cue is not the verb itself.
  private func quote(holding range: TextRange, isCue verb: Int) -> Quote? {
    let verbRange = document.tokens.range(verb)
    var low = 0
    var high = quotes.count
    while low < high {
      let middle = (low + high) / 2
      if quotes[middle].range.start <= range.start { low = middle + 1 } else { high = middle }
    }
    // Statements may begin before their quotes; a few neighbours are enough to look at.
    for index in (max(0, low - 4)..<min(quotes.count, low + 4)).reversed() {
      let quote = quotes[index]
      guard quote.statement.contains(where: { $0.contains(range) }),
        quote.cue.map({ !$0.range.overlaps(verbRange) }) ?? true
      else { continue }
      return quote
    }
    return nil
  }
}
