import BriefSource

/// How two answers differ, in a few lines: row by row where they are tables or lists.
struct AnswerDifference {
  /// At most so many lines are shown.
  private static let lineLimit = 6
  /// Rows are matched as long as there are not more pairs of them.
  private static let pairLimit = 4_000_000

  private(set) var lines: [String] = []

  /// Compares two results, written as JSON.
  ///
  /// Rows are matched by the algorithm of E. Myers ("An O(ND) Difference Algorithm and Its
  /// Variations", Algorithmica 1, 1986), which the standard library has; where there are too many,
  /// by their numbers.
  init(_ old: String, _ new: String) {
    let (old, new) = (Self.value(old), Self.value(new))
    if let old = Self.rows(old), let new = Self.rows(new) {
      compare(old, new)
    } else {
      lines = ["\(Self.text(old)) → \(Self.text(new))"]
    }
  }

  private static func value(_ json: String) -> JSONValue {
    // It was written by the program itself, or read before.
    (try? JSONReader.read(Array(json.utf8))) ?? .null
  }

  /// The parts that are compared one by one; `nil` for a value that has none.
  private static func rows(_ value: JSONValue) -> [JSONValue]? {
    switch value {
    case .array(let elements): return elements
    case .string(let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.count > 1 ? lines.map { .string(String($0)) } : nil
    default: return nil
    }
  }

  private mutating func compare(_ old: [JSONValue], _ new: [JSONValue]) {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    let changes = Self.changes(Array(old[start..<oldEnd]), Array(new[start..<newEnd]))
    for change in changes.prefix(Self.lineLimit) {
      switch change {
      case (let before?, let after?):
        let difference = Self.difference(old[start + before], new[start + after])
        lines.append("row \(start + after + 1): \(difference)")
      case (let before?, nil):
        lines.append("row \(start + before + 1) is gone: \(Self.text(old[start + before]))")
      case (nil, let after?):
        lines.append("row \(start + after + 1) is new: \(Self.text(new[start + after]))")
      case (nil, nil): break
      }
    }
    if changes.count > Self.lineLimit {
      lines.append("… and \(changes.count - Self.lineLimit) more rows")
    }
    if old.count != new.count { lines.append("\(old.count) → \(new.count) rows") }
  }

  /// The rows that differ: those of both that stand at the same place, those that are gone and those
  /// that are new.
  private static func changes(
    _ old: [JSONValue], _ new: [JSONValue]
  ) -> [(old: Int?, new: Int?)] {
    guard old.count <= pairLimit / max(1, new.count) else {
      return (0..<max(old.count, new.count)).compactMap { row in
        let (before, after) = (row < old.count ? row : nil, row < new.count ? row : nil)
        if let before, let after, old[before] == new[after] { return nil }
        return (before, after)
      }
    }
    let difference = new.difference(from: old)
    var removed = Set(difference.removals.map(\.place))
    var inserted = Set(difference.insertions.map(\.place))
    var changes: [(Int?, Int?)] = []
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      let isRemoved = removed.remove(before) != nil
      let isInserted = inserted.remove(after) != nil
      if isRemoved || isInserted {
        changes.append((isRemoved ? before : nil, isInserted ? after : nil))
      }
      if isRemoved || !isInserted { before += 1 }
      if isInserted || !isRemoved { after += 1 }
    }
    return changes
  }

  /// The cells that differ, or both rows where they have other columns.
  private static func difference(_ old: JSONValue, _ new: JSONValue) -> String {
    guard case .object(let before) = old, case .object(let after) = new,
      before.members.map(\.name) == after.members.map(\.name)
    else { return "\(text(old)) → \(text(new))" }
    let cells = zip(before.members, after.members).filter { $0.value != $1.value }
    return cells.map { "\($0.name) \(text($0.value)) → \(text($1.value))" }
      .joined(separator: ", ")
  }

  /// A value in a few words.
  private static func text(_ value: JSONValue, limit: Int = 100) -> String {
    let text: String
    switch value {
    case .null: text = "missing"
    case .string(let string): text = limit < 100 ? string : "“\(string)”"
    case .object(let object):
      // A citation is shorter than its offsets.
      if let source = object["source"]?.string, let line = object["line"]?.int {
        text = "\(source):\(line)"
      } else {
        text = object.members.map { self.text($0.value, limit: 40) }.joined(separator: " │ ")
      }
    case .array(let elements):
      text = elements.map { self.text($0, limit: 40) }.joined(separator: "; ")
    default:
      var json = JSONWriter()
      json.value(value)
      text = json.text
    }
    let scalars = text.unicodeScalars
    return scalars.count > limit ? String(scalars.prefix(limit)) + "…" : text
  }
}

extension CollectionDifference.Change {
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
