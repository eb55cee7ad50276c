import BriefSource

/// A file of actors: tab-separated, its first line naming the columns.
///
/// Columns: `name` (needed), `aliases` ("|" between), `type`, `role`, `affiliation`, `from`, `to`
/// (days as 2025-11-14), in any order. Empty lines and lines that begin with `#` count as nothing.
public struct ActorFile: Sendable {
  /// The rows that could be read, in the order of the file.
  public private(set) var actors: [Actor] = []
  /// What is wrong with others, each with the file and the line.
  public private(set) var problems: [Diagnostic] = []

  /// The columns there may be.
  public static let columns = ["name", "aliases", "type", "role", "affiliation", "from", "to"]

  /// Reads the actors in `source`. Rows that are broken are left out and named in ``problems``.
  ///
  /// Linear in the size of the file.
  public init(_ source: Source) {
    var header: [String]?
    var seen: [String: Int] = [:]
    for index in 0..<source.lines.count {
      let range = source.lineRange(index)
      let text = source[range]
      let line = text.last == "\r" ? String(text.dropLast()) : text
      if line.allSatisfy({ $0 == " " || $0 == "\t" }) || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        Self.trimmed($0)
      }
      guard let columns = header else {
        header = readHeader(fields, line: index, range: range, source)
        if header == nil { return }
        continue
      }
      guard let actor = read(fields, columns, line: index, range: range, source) else { continue }
      let key = "\(NameFolding.key(actor.name))\t\(actor.role ?? "")\t\(actor.affiliation ?? "")"
      if let first = seen[key], actors[first].from == actor.from, actors[first].to == actor.to {
        report(
          "repeated-actor", "'\(actor.name)' is in line \(actors[first].line) already", range,
          index, source)
        continue
      }
      seen[key] = actors.count
      actors.append(actor)
    }
    if header == nil {
      problems.append(
        Diagnostic(
          id: "empty-actor-file", severity: .warning, "\(source.name): there is no row in this file"
        ))
    }
  }

  private mutating func readHeader(
    _ fields: [String], line: Int, range: TextRange, _ source: Source
  ) -> [String]? {
    let names = fields.map { $0.lowercased() }
    guard names.contains("name") else {
      report(
        "no-name-column",
        "the first line has to name the columns, 'name' among them; it reads '\(fields.joined(separator: " "))'",
        range, line, source)
      return nil
    }
    for name in names where !Self.columns.contains(name) {
      report("unknown-actor-column", "the column '\(name)' is not used", range, line, source)
    }
    return names
  }

  private mutating func read(
    _ fields: [String], _ columns: [String], line: Int, range: TextRange, _ source: Source
  ) -> Actor? {
    if fields.count > columns.count {
      report(
        "broken-actor-row",
        "there are \(fields.count) fields where the first line has \(columns.count)",
        range, line, source)
      return nil
    }
    func field(_ name: String) -> String? {
      guard let place = columns.firstIndex(of: name), fields.indices.contains(place),
        !fields[place].isEmpty
      else { return nil }
      return fields[place]
    }
    guard let name = field("name"), !NameFolding.words(name).isEmpty else {
      report("broken-actor-row", "the name is missing", range, line, source)
      return nil
    }
    var kind: EntityKind?
    if let type = field("type") {
      let written = type.lowercased()
      kind = EntityKind(listed: written) ?? EntityType(rawValue: written).map { EntityKind($0) }
      if kind == nil {
        report(
          "broken-actor-row",
          "'\(type)' is no type; types are person, organisation, country and so on (help entities)",
          range, line, source)
        return nil
      }
    }
    var days: [CalendarDate?] = []
    for column in ["from", "to"] {
      guard let written = field(column) else {
        days.append(nil)
        continue
      }
      guard let day = CalendarDate(written) else {
        report("broken-actor-row", "'\(written)' is no day; write 2025-11-14", range, line, source)
        return nil
      }
      days.append(day)
    }
    if let from = days[0], let to = days[1], to < from {
      report("broken-actor-row", "it ends (\(to)) before it begins (\(from))", range, line, source)
      return nil
    }
    let aliases = (field("aliases") ?? "").split(separator: "|").map { Self.trimmed($0) }
    return Actor(
      name: name, aliases: aliases.filter { !$0.isEmpty }, kind: kind, role: field("role"),
      affiliation: field("affiliation"), from: days[0], to: days[1], file: source.name,
      line: line + 1)
  }

  private mutating func report(
    _ id: String, _ message: String, _ range: TextRange, _ line: Int, _ source: Source
  ) {
    problems.append(
      Diagnostic(id: id, severity: .warning, "\(source.name):\(line + 1): \(message)", range: range)
    )
  }

  private static func trimmed(_ field: Substring) -> String {
    var field = field
    while let first = field.first, first == " " || first == "\u{FEFF}" { field.removeFirst() }
    while let last = field.last, last == " " || last == "\r" { field.removeLast() }
    return String(field)
  }
}
