import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

/// All that is known of one entity, over the briefings in which it occurs.
struct EntityCard {
  /// The entity in each briefing.
  var rows: [EntityRow]

  /// Whether the entity of `row`, of another briefing, is this one: the same name and type.
  func isSame(as row: EntityRow) -> Bool {
    rows.contains {
      $0.briefing !== row.briefing && $0.entity.type == row.entity.type
        && $0.entity.name.lowercased() == row.entity.name.lowercased()
    }
  }

  /// Writes the card; `namesFiles` where several briefings are read.
  func write(to page: inout StyledText, namesFiles: Bool) {
    guard let first = rows.first else { return }
    page.append(first.entity.name, .strong)
    page.append("  \(first.profile.kind.rawValue)", .entity)
    if first.entity.isNameKnown, let known = first.profile.known {
      page.append("  (name from \(known.source))", .dim)
    }
    page.append("\n")
    writeNames(&page)
    writeRoles(&page, namesFiles)
    writeBelonging(&page, namesFiles)
    writeMentions(&page, namesFiles)
    writeQuotes(&page, namesFiles)
    writeCompany(&page)
    writeKnown(&page)
    writeDoubts(&page, namesFiles)
  }

  private func line(_ label: String, _ text: String, _ page: inout StyledText) {
    let space = String(repeating: " ", count: max(2, 14 - label.count))
    page.append("  " + label, .dim)
    page.append(space + text + "\n")
  }

  private func cite(_ row: EntityRow, _ range: TextRange, _ namesFiles: Bool) -> String {
    let line = ":\(row.briefing.source.lineNumber(at: range.start))"
    return namesFiles ? FileName(row.briefing.source.name).base + line : line
  }

  /// The words at `range` on one line, at most so long.
  private func words(_ row: EntityRow, _ range: TextRange, limit: Int = 110) -> String {
    let text = row.briefing.source[range].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    guard text.count > limit else { return text }
    let cut = text.prefix(limit)
    return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + "…"
  }

  private func distinct(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  // MARK: Parts

  private func writeNames(_ page: inout StyledText) {
    let metonyms = Set(rows.flatMap(\.entity.metonyms))
    let names = distinct(rows.flatMap(\.entity.aliases)).map {
      metonyms.contains($0) ? "\($0) (for its government)" : $0
    }
    if !names.isEmpty { line("also called", names.joined(separator: ", "), &page) }
  }

  private func writeRoles(_ page: inout StyledText, _ namesFiles: Bool) {
    var seen: Set<String> = []
    for row in rows {
      for role in row.profile.roles {
        var text = row.briefing.source[role.position]
        if let affiliation = role.affiliation {
          text += " · " + row.briefing.entities[affiliation].name
        }
        guard seen.insert(text.lowercased()).inserted else { continue }
        line(
          seen.count == 1 ? "role" : "",
          text + "  \(cite(row, role.range, namesFiles)) “\(words(row, role.range))”", &page)
      }
    }
  }

  private func writeBelonging(_ page: inout StyledText, _ namesFiles: Bool) {
    var seen: Set<String> = []
    for row in rows {
      guard var parent = row.profile.parent else { continue }
      var text = "\(parent.relation.rawValue) \(parent.name) (\(basis(parent.origin)))"
      var steps = 0
      while let entity = parent.entity, let next = row.briefing.profiles[entity.index].parent,
        steps < 8
      {
        text += ", which is \(next.relation.rawValue) \(next.name) (\(basis(next.origin)))"
        parent = next
        steps += 1
      }
      if seen.insert(text).inserted { line("belongs", text, &page) }
    }
    let members = distinct(
      rows.flatMap { row in
        row.briefing.profiles.compactMap { profile -> String? in
          guard let parent = profile.parent, parent.entity == row.entity.id else { return nil }
          let name = row.briefing.entities[profile.entity].name
          return switch parent.relation {
          case .partOf, .within, .heldIn, .peopleOf: name
          default: "\(name) (\(parent.relation.rawValue) it)"
          }
        }
      })
    if !members.isEmpty { line("has", members.joined(separator: ", "), &page) }
  }

  private func basis(_ origin: EntityProfile.Origin) -> String {
    switch origin {
    case .text: "the text says so"
    case .name: "by its name"
    case .gazetteer: "the lists say so"
    case .dateline: "by the dateline"
    }
  }

  private func writeMentions(_ page: inout StyledText, _ namesFiles: Bool) {
    for (index, row) in rows.enumerated() {
      let mentions = row.briefing.entities.mentions(of: row.entity.id)
      guard let first = mentions.first, let last = mentions.last else { continue }
      let counts = row.profile.counts
      let parts = [
        (counts.names, "by name"), (counts.demonyms, "by adjective"), (counts.nominals, "by noun"),
        (counts.pronouns, "by pronoun"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      var text = mentions.count == 1 ? "once" : "\(mentions.count) times"
      if mentions.count > 1 {
        text +=
          parts.count == 1
          ? ", all \(parts[0].drop { $0 != "b" })" : ": \(parts.joined(separator: ", "))"
      }
      text +=
        mentions.count == 1
        ? ", \(cite(row, first.range, namesFiles))"
        : "; first \(cite(row, first.range, namesFiles)), last \(cite(row, last.range, false))"
      let sections = row.profile.sections.count
      text += sections > 1 ? ", in \(sections) sections" : ""
      line(index == 0 ? "mentioned" : "", text + "; salience \(row.profile.salience)", &page)
    }
  }

  private func writeQuotes(_ page: inout StyledText, _ namesFiles: Bool) {
    let shown = 5
    var isFirst = true
    for row in rows {
      let positions = row.profile.quotesBy
      guard !positions.isEmpty else { continue }
      let quotes = positions.map { row.briefing.quotes[$0] }
      let cues = distinct(quotes.compactMap { $0.cue?.lemma })
      let marked = quotes.filter { $0.kind != .indirect }
      line(
        isFirst ? "quoted" : "",
        [
          Self.count(marked.count, "quotation"),
          Self.count(quotes.count - marked.count, "reported statement"),
        ].compactMap { $0 }.joined(separator: ", ")
          + (cues.isEmpty ? "" : "; \(cues.prefix(6).joined(separator: ", "))"), &page)
      isFirst = false
      for quote in (marked.isEmpty ? quotes : marked).prefix(shown) {
        line("", "\(cite(row, quote.range, namesFiles))  \(words(row, quote.range))", &page)
      }
      let left = (marked.isEmpty ? quotes : marked).count - shown
      if left > 0 { line("", "… and \(left) more: quotes --by \"\(row.entity.name)\"", &page) }
    }
    isFirst = true
    for row in rows {
      let quotes = row.profile.quotesAbout.map { row.briefing.quotes[$0] }
      guard !quotes.isEmpty else { continue }
      let speakers = distinct(quotes.compactMap { $0.speaker?.name })
      line(
        isFirst ? "spoken of" : "",
        "in \(quotes.count) statement\(quotes.count == 1 ? "" : "s")"
          + (speakers.isEmpty ? "" : " of \(speakers.prefix(5).joined(separator: ", "))"), &page)
      isFirst = false
      for quote in quotes.prefix(3) {
        line(
          "",
          "\(cite(row, quote.range, namesFiles))  \(words(row, quote.statement.first ?? quote.range))",
          &page)
      }
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private func writeCompany(_ page: inout StyledText) {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for row in rows {
      let entities = row.briefing.entities
      let sentences = row.briefing.document.sentences
      let own = Set(
        entities.mentions(of: row.entity.id).map { sentences.index(holding: $0.tokens.lowerBound) })
      var seen: Set<String> = []
      for mention in entities.mentions where mention.entity != row.entity.id {
        let sentence = sentences.index(holding: mention.tokens.lowerBound)
        guard own.contains(sentence), seen.insert("\(sentence) \(mention.entity.index)").inserted
        else { continue }
        let name = entities[mention.entity].name
        if counts[name] == nil { order.append(name) }
        counts[name, default: 0] += 1
      }
    }
    let most = order.enumerated().sorted {
      (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset)
    }.prefix(8).map { "\($0.element) \(counts[$0.element] ?? 0)" }
    if !most.isEmpty { line("occurs with", most.joined(separator: ", ") + " (sentences)", &page) }
  }

  private func writeKnown(_ page: inout StyledText) {
    guard let row = rows.first(where: { $0.profile.known != nil }), let known = row.profile.known
    else {
      line("lists", "nothing is known of this name beside the texts", &page)
      return
    }
    var facts = [known.kind.rawValue]
    if !known.codes.isEmpty {
      facts.append(
        (known.codes.joined(separator: " or ")) + (known.alpha3.map { " / \($0)" } ?? ""))
    }
    if let status = known.status { facts.append(status) }
    if let capital = known.capital { facts.append("capital \(capital)") }
    if !known.demonyms.isEmpty { facts.append(known.demonyms.joined(separator: ", ")) }
    if let standsFor = known.standsFor { facts.append("that is, \(standsFor)") }
    if known.name != row.entity.name { facts.append("listed as \(known.name)") }
    if !known.otherNames.isEmpty {
      facts.append("also \(known.otherNames.joined(separator: ", "))")
    }
    if let ministry = known.foreignMinistry.first {
      facts.append(
        "foreign ministry: \(ministry)"
          + (known.foreignMinistry.count > 1
            ? " (\(known.foreignMinistry.dropFirst().joined(separator: ", ")))" : ""))
    }
    line("lists", facts.joined(separator: "; "), &page)
    for actor in known.actors {
      var text = [actor.role, actor.affiliation].compactMap { $0 }.joined(separator: " · ")
      let days = [
        actor.from.map { "from \($0)" }, actor.to.map { "to \($0)" },
      ].compactMap { $0 }.joined(separator: " ")
      if !days.isEmpty { text += text.isEmpty ? days : ", \(days)" }
      switch actor.standing(on: row.briefing.metadata.date?.value) {
      case .current: break
      case .ended: text += " — ended before this briefing"
      case .ahead: text += " — not yet at this briefing"
      case .undated: text += " — the date of the briefing is not known"
      }
      if !text.isEmpty { line("", "\(text)  (\(FileName(actor.file).base):\(actor.line))", &page) }
    }
    line(
      "", known.date.isEmpty ? "from \(known.source)" : "from \(known.source), as of \(known.date)",
      &page)
  }

  /// What is not sure, with its place.
  private func writeDoubts(_ page: inout StyledText, _ namesFiles: Bool) {
    var seen: Set<String> = []
    for row in rows {
      for mention in row.briefing.entities.mentions(of: row.entity.id)
      where mention.kind == .name && mention.confidence.value < 0.6 && seen.count < 4 {
        let text = "“\(words(row, mention.range))”: \(mention.reason)"
        guard seen.insert(text).inserted else { continue }
        line(
          seen.count == 1 ? "unsure" : "", "\(cite(row, mention.range, namesFiles)) \(text)", &page)
      }
    }
  }
}
