import BriefSource
import BriefText

/// Makes the quotes that are handed out from the stretches, the turns and the reports.
struct QuoteAssembler {
  private let text: QuoteText
  private let attributor: QuoteAttributor
  private var drafts: [Draft] = []

  /// A quote before it has its number.
  private struct Draft {
    var range: TextRange
    var parts: [TextRange]
    var statement: [TextRange]
    var kind: Quote.Kind
    var attribution: Attribution?
    var rule: QuoteRule
    var confidence: Double
    var evidence: [Diagnostic.Label]
    var isInBody: Bool
    /// The stretch that begins its unit; for turns a negative number.
    var unitKey: Int
    var label: TextRange?
    /// The stretch in marks, for those that are one.
    var stretch: Int?
  }

  init(_ text: QuoteText, _ attributor: QuoteAttributor) {
    self.text = text
    self.attributor = attributor
  }

  /// The quotes in text order, and the reports inside of them, whose numbers go on.
  mutating func quotes() -> (outer: [Quote], nested: [Quote]) {
    addStretches()
    addReports()
    addTurns()
    dropHints()
    drafts.sort { ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end) }
    var units: [Int: Int] = [:]
    let outer = drafts.enumerated().map { id, draft in
      let unit = units[draft.unitKey] ?? id
      units[draft.unitKey] = unit
      return quote(draft, id: id, unit: unit)
    }
    return (outer, nested(in: drafts, from: outer.count))
  }

  private func quote(_ draft: Draft, id: Int, unit: Int, parent: Int? = nil) -> Quote {
    Quote(
      id: id, range: draft.range, parts: draft.parts, statement: draft.statement,
      kind: draft.kind,
      speaker: draft.label.map { turnSpeaker($0) } ?? speaker(draft.attribution),
      cue: cue(draft.attribution), confidence: Confidence(draft.confidence), rule: draft.rule,
      evidence: draft.evidence, unit: unit, parent: parent, isInBody: draft.isInBody)
  }

  /// The reports inside of other reports that were handed out, numbered from `first`.
  private func nested(in drafts: [Draft], from first: Int) -> [Quote] {
    var holders: [Int: Int] = [:]
    var quotations: [Int: Int] = [:]
    for (id, draft) in drafts.enumerated() {
      if let report = draft.attribution?.report, holders[report] == nil { holders[report] = id }
      if let stretch = draft.stretch { quotations[stretch] = id }
    }
    var found: [Quote] = []
    for (number, report) in attributor.reports.enumerated() {
      let stretch = text.stretchOf[report.candidate.head]
      guard
        let parent = report.parent.flatMap({ holders[$0] }) ?? quotations[Int(stretch)],
        let draft = draft(of: report, number)
      else { continue }
      let id = first + found.count
      found.append(quote(draft, id: id, unit: id, parent: parent))
    }
    return found
  }

  // MARK: Stretches

  private mutating func addStretches() {
    var unit = 0
    for (index, stretch) in text.stretches.enumerated() {
      if !attributor.continuesUnit(index) { unit = index }
      let tokens = text.stretchTokens[index]
      guard !tokens.isEmpty, stretch.inner.count > 0 else { continue }
      let attribution = attributor.attributions[index]
      // “A,” Khan said, “B.” is one quote in two parts.
      if let attribution, attribution.rule == .cueBetween, let last = drafts.indices.last {
        drafts[last].parts.append(stretch.range)
        drafts[last].statement.append(stretch.range)
        drafts[last].range = drafts[last].range.union(stretch.range)
        drafts[last].rule = .cueBetween
        continue
      }
      let block = text.structure.blocks[stretch.block]
      // Inside a turn the words are the speaker's already, unless they quote somebody.
      if block.turn != nil, attribution == nil { continue }
      // The title of a film is nobody's words.
      if attribution == nil, attributor.isTitle(index) { continue }
      let rule = attribution?.rule ?? (attributor.isTerm(index) ? .term : .unattributed)
      var runs =
        attribution.map { attribution in
          attribution.report.map { attributor.reports[$0].runs }
            ?? attributor.statement(around: tokens, attribution)
        } ?? [tokens]
      if runs.isEmpty { runs = [tokens] }
      drafts.append(
        Draft(
          range: stretch.range, parts: [stretch.range],
          statement: runs.map { text.tokens.range($0) },
          kind: kind(runs), attribution: attribution, rule: rule,
          confidence: confidence(index, rule), evidence: evidence(index, attribution),
          isInBody: Self.isBody(block.kind), unitKey: unit, label: nil, stretch: index))
    }
  }

  private static func isBody(_ kind: Structure.BlockKind) -> Bool {
    switch kind {
    case .headline, .heading, .keyPoint, .keyPointsLabel, .byline, .dateline: false
    default: true
    }
  }

  /// Direct when nine words of ten stand in marks.
  private func kind(_ runs: [Range<Int>]) -> Quote.Kind {
    var all = 0
    var inside = 0
    for run in runs {
      let counts = text.wordCounts(run)
      all += counts.all
      inside += counts.quoted
    }
    if inside == 0 { return .indirect }
    return inside * 10 >= all * 9 ? .direct : .mixed
  }

  private func confidence(_ index: Int, _ rule: QuoteRule) -> Double {
    var confidence = rule.precision
    // A cue whose words seldom fail raises what its rule lets expect, and the other way round.
    if rule == .cueBefore || rule == .participle,
      let report = attributor.attributions[index]?.report
    {
      confidence += (attributor.reports[report].score - 0.8) * 0.5
    }
    let words = attributor.wordCount(index)
    // Scare quotes and titles are short.
    if words < 4, rule != .cueAfter, rule != .unattributed { confidence *= 0.9 }
    if !text.stretches[index].isClosed { confidence *= 0.95 }
    return confidence
  }

  private func evidence(_ index: Int, _ attribution: Attribution?) -> [Diagnostic.Label] {
    guard let attribution else { return [] }
    var labels: [Diagnostic.Label] = []
    if let cue = attribution.cue {
      labels.append(Diagnostic.Label(text.tokens.range(cue), cueMessage(attribution)))
    }
    switch attribution.origin {
    case .own: break
    case .stretch(let other) where attribution.rule == .headingQuotation:
      labels += rewording(index, of: other)
    case .stretch(let other):
      labels.append(Diagnostic.Label(text.stretches[other].range, "the speech it goes on with"))
    case .block(let block):
      let content = text.structure.blocks[block].content
      if let speaker = attribution.speaker, !content.contains(text.tokens.range(speaker)) {
        labels.append(Diagnostic.Label(content, "the heading that introduces it"))
      }
    }
    let report = attribution.report.map { attributor.reports[$0] }
    if let speaker = attribution.speaker {
      let path = report?.source?.tokens == speaker ? report?.source?.path : nil
      labels.append(
        Diagnostic.Label(
          text.tokens.range(speaker),
          "the one who speaks" + (path.map { ": \($0.explanation)" } ?? "")))
    }
    if let rival = report?.runnerUp, rival.tokens != attribution.speaker {
      labels.append(
        Diagnostic.Label(
          text.tokens.range(rival.tokens),
          "less likely: \(rival.path.explanation)"
            + (report?.source.map { ", while \($0.path.advantage)" } ?? "")))
    }
    return labels
  }

  /// What the heading at `index` makes of the quotation at `other`.
  private func rewording(_ index: Int, of other: Int) -> [Diagnostic.Label] {
    let place = text.stretches[other].range
    guard let found = attributor.reworded(index, in: other..<other + 1) else {
      return [Diagnostic.Label(place, "what the one who speaks in the section says")]
    }
    func words(_ tokens: [Int]) -> String {
      tokens.map { "“\(text.source[text.tokens.range($0)])”" }.joined(separator: ", ")
    }
    var message = "the quotation that the heading gives in other words"
    if !found.left.isEmpty { message += "; only here: \(words(found.left))" }
    if !found.added.isEmpty { message += "; only in the heading: \(words(found.added))" }
    return [Diagnostic.Label(place, message)]
  }

  private func cueMessage(_ attribution: Attribution) -> String {
    if let report = attribution.report.map({ attributor.reports[$0] }) {
      return "introduces the speech: \(report.candidate.construction.explanation)"
    }
    guard attribution.entry >= 0 else { return "the words that introduce the speaker" }
    return "a form of “\(CueLexicon.shared.entries[attribution.entry].lemma)” introduces the speech"
  }

  // MARK: Reports without marks

  private mutating func addReports() {
    var used: Set<Int> = []
    for attribution in attributor.attributions {
      if let cue = attribution?.cue { used.insert(cue.lowerBound) }
    }
    for (number, report) in attributor.reports.enumerated() {
      let stretch = text.stretchOf[report.candidate.head]
      guard report.parent == nil, stretch < 0 || attributor.attributions[Int(stretch)] == nil,
        !used.contains(report.candidate.cue.lowerBound),
        !used.contains(report.candidate.head), !crosses(report.candidate.span),
        let draft = draft(of: report, number)
      else { continue }
      drafts.append(draft)
    }
  }

  /// A quote for a report without marks, unless it is what the speaker of a turn says of themselves.
  private func draft(of report: Report, _ number: Int) -> Draft? {
    let span = report.candidate.span
    let pieces = report.runs.map { text.tokens.range($0) }
    guard let first = pieces.first, let block = text.structure.block(at: first.start) else {
      return nil
    }
    // "I think" in a turn is the turn's own speaker.
    if text.structure.blocks[block].turn != nil, let speaker = report.source?.tokens,
      text.has(speaker.upperBound - 1, .conversation)
    {
      return nil
    }
    let rule: QuoteRule =
      switch report.candidate.construction {
      case _ where report.source == nil: .reportedAlone
      case .according: .reportedAccording
      case .before, .parenthesis: .reportedBefore
      default: .reportedClause
      }
    var attribution = Attribution(
      speaker: report.source?.tokens, cue: report.candidate.cue,
      entry: text.verb(report.candidate.head)?.entry ?? -1, rule: rule)
    attribution.report = number
    return Draft(
      range: text.tokens.range(span), parts: pieces, statement: pieces, kind: kind(report.runs),
      attribution: attribution, rule: rule, confidence: Self.calibrated(report.score),
      evidence: evidence(-1, attribution), isInBody: Self.isBody(text.structure.blocks[block].kind),
      unitKey: 1_000_000_000 + span.lowerBound, label: nil)
  }

  /// The share of reports with this score that prove right in content and source, counted as
  /// ``QuoteRule/precision`` is, in steps of a tenth.
  private static func calibrated(_ score: Double) -> Double {
    let shares = [0.2, 0.2, 0.2, 0.3, 0.38, 0.45, 0.6, 0.76, 0.82, 0.84, 0.84]
    // Between two steps in proportion, so that a higher score never counts for less.
    let place = min(9.5, max(0, score * 10 - 0.5))
    let step = Int(place)
    let next = shares[min(10, step + 1)]
    return shares[step] + (next - shares[step]) * (place - Double(step))
  }

  /// Whether `tokens` hold a quotation that another cue introduces, or cut one.
  private func crosses(_ tokens: Range<Int>) -> Bool {
    for end in [tokens.lowerBound, tokens.upperBound - 1] where !text.isOutside(end) {
      let stretch = text.stretchTokens[Int(text.stretchOf[end])]
      if stretch.lowerBound < tokens.lowerBound || stretch.upperBound > tokens.upperBound {
        return true
      }
    }
    guard text.wordCounts(tokens).quoted > 0 else { return false }
    for token in tokens where !text.isOutside(token) {
      if attributor.attributions[Int(text.stretchOf[token])]?.cue != nil { return true }
    }
    return false
  }

  /// Leaves out reports that are less likely than not in a text whose matter is not what people say:
  /// of 300 words or more, with fewer than two sure statements per thousand.
  ///
  /// Chosen on the training parts of PolNeAR, where it changes little, and of GUM, where textbooks,
  /// travel guides and everyday talk are full of weak hints.
  private mutating func dropHints() {
    let words = text.wordCounts(0..<text.tokens.count).all
    let sure = drafts.count {
      $0.rule != .turn && !$0.rule.namesNobody && $0.confidence >= 0.8
    }
    guard words >= 300, sure * 500 < words else { return }
    drafts.removeAll { $0.kind == .indirect && $0.confidence < 0.5 }
  }

  // MARK: Turns

  /// Each paragraph of a turn is a direct quote of the one whose label opens it.
  private mutating func addTurns() {
    guard !text.structure.turns.isEmpty else { return }
    // In an interview the letters tell whose turn it is, but not who that is.
    let isInterview = text.structure.turns.contains { text.source[$0.label] == "A" }
    for block in text.structure.blocks {
      guard let turn = block.turn, !block.content.isEmpty else { continue }
      switch block.kind {
      case .turn, .paragraph, .listItem, .blockQuote: break
      default: continue
      }
      if block.kind != .turn, isStageDirection(block.content) { continue }
      let label = text.structure.turns[turn].label
      drafts.append(
        Draft(
          range: block.content, parts: [block.content], statement: [block.content], kind: .direct,
          attribution: nil, rule: .turn,
          confidence: isInterview && label.count == 1 ? 0.5 : QuoteRule.turn.precision,
          evidence: [Diagnostic.Label(label, "the label that opens the turn")], isInBody: true,
          unitKey: -1 - turn, label: label))
    }
  }

  /// Whether all that stands in `range` stands in brackets: "(CROSSTALK)", "[Laughter.]".
  private func isStageDirection(_ range: TextRange) -> Bool {
    let tokens = text.tokens.indices(in: range)
    guard
      let open = tokens.first(where: { text.isWord($0) || text.has($0, .open) }),
      text.has(open, .open)
    else { return false }
    guard let close = tokens.first(where: { text.has($0, .close) }) else { return false }
    return !(close..<tokens.upperBound).contains { text.isWord($0) }
  }

  // MARK: Speakers

  private func turnSpeaker(_ label: TextRange) -> Quote.Speaker {
    let tokens = text.tokens.indices(in: label)
    let mention = tokens.isEmpty ? nil : text.entities.mention(holding: tokens.upperBound - 1)
    let name = mention.map { text.entities[$0.entity].name } ?? text.source[label]
    return Quote.Speaker(mention: label, entity: mention?.entity, name: name)
  }

  private func speaker(_ attribution: Attribution?) -> Quote.Speaker? {
    guard let tokens = attribution?.speaker else { return nil }
    let range = text.tokens.range(tokens)
    // "… Kline, who said": the pronoun is the mention, the one it stands for is who speaks.
    let meant = attributor.finder.antecedent(of: tokens) ?? tokens
    let mention = text.entities.mention(holding: meant.upperBound - 1)
    let entity = attribution?.entity ?? mention?.entity
    let name = entity.map { text.entities[$0].name } ?? text.source[text.tokens.range(meant)]
    return Quote.Speaker(mention: range, entity: entity, name: name)
  }

  private func cue(_ attribution: Attribution?) -> Quote.Cue? {
    guard let tokens = attribution?.cue, let attribution else { return nil }
    let range = text.tokens.range(tokens)
    let entry = CueLexicon.shared.entry(of: tokens, verb: attribution.entry, in: text)
    let lemma =
      entry?.lemma ?? attribution.report.map { attributor.reports[$0].candidate.key }
      ?? text.source[range].lowercased()
    return Quote.Cue(range: range, lemma: lemma, sense: entry?.sense)
  }
}
