/// Walks the entries of a history from a line being typed, and back to it.
///
/// The first step keeps the line; what was typed before the cursor then chooses the entries, as
/// their beginning or anywhere in them. A step that goes on from an entry shown keeps the choice.
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
  private var index = 0

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
      index = entries.count
    }
    var next = index
    while true {
      next += back ? -1 : 1
      if next >= entries.count {
        guard !back, index < entries.count else { return nil }
        index = entries.count
        shown = nil
        return draft
      }
      guard next >= 0 else { return nil }
      let entry = entries[next]
      if entry != line, fits(entry, choice) {
        index = next
        shown = entry
        return entry
      }
    }
  }

  private func fits(_ entry: String, _ choice: Choice) -> Bool {
    if wanted.isEmpty { return true }
    switch choice {
    case .beginning: return entry.hasPrefix(wanted)
    case .anywhere: return entry.contains(wanted)
    }
  }
}
