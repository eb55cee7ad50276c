/// Walks the entries of a history from a line being typed, and back to it.
///
/// The first step keeps the line; what was typed before the cursor then chooses the entries, as
/// their beginning or anywhere in them. A step that goes on from an entry shown keeps the choice.
/// An entry that was typed several times is shown once, where it was typed last.
struct HistoryWalk {
  /// How the typed text chooses entries.
  enum Choice {
    /// Entries that begin with it.
    case beginning
    /// Entries that hold it.
    case anywhere
  }

  private var draft = ""
  private var wanted = ""
  private var shown: String?
  /// The entries that were shown on the way back, as far as the walk has come.
  private var path: [Int] = []
  private var seen: Set<String> = []

  /// The entry to show instead of `line`, or `nil` when there is none that way.
  ///
  /// - Parameters:
  ///   - back: Whether to go to older entries.
  ///   - line: What stands in the editor.
  ///   - typed: The part of it before the cursor.
  mutating func step(
    back: Bool, choice: Choice, in entries: [String], from line: String, typed: String
  ) -> String? {
    if shown == nil || shown != line {
      guard back else { return nil }
      draft = line
      wanted = typed
      path = []
      seen = [line]
    }
    guard back else { return stepForward(in: entries) }
    var next = (path.last ?? entries.count) - 1
    while next >= 0 {
      let entry = entries[next]
      if fits(entry, choice), seen.insert(entry).inserted {
        path.append(next)
        shown = entry
        return entry
      }
      next -= 1
    }
    return nil
  }

  private mutating func stepForward(in entries: [String]) -> String? {
    guard let left = path.popLast() else { return nil }
    if entries.indices.contains(left) { seen.remove(entries[left]) }
    guard let index = path.last, entries.indices.contains(index) else {
      shown = nil
      return draft
    }
    shown = entries[index]
    return shown
  }

  private func fits(_ entry: String, _ choice: Choice) -> Bool {
    if wanted.isEmpty { return true }
    switch choice {
    case .beginning: return entry.hasPrefix(wanted)
    case .anywhere: return entry.contains(wanted)
    }
  }
}
