import BriefAnalysis
import BriefSource

/// Gathers names of one kind from the briefings of a session, as far as they have been read.
///
/// Reading a text takes longer than anybody waits for a menu. What has been read for an answer is
/// gathered at once; of what has not, a little is read each time, so that a single briefing is
/// known when its names are first wanted and a thousand of them keep nobody waiting.
final class NameGathering {
  /// How many bytes of text are read for a menu, beside the one text that always is; reading takes
  /// about a millisecond for each thousand.
  private static let reach = 8_000
  /// A text of more bytes is never read for a menu.
  private static let largest = 64_000

  private let isRead: (Briefing) -> Bool
  private let gather: (Briefing, inout NameList) -> Void
  private var gathered: [ObjectIdentifier: Briefing] = [:]
  private var names = NameList()
  /// How many of the briefings have not been read.
  private(set) var unread = 0
  /// How many names the last search found beyond those it gave.
  private(set) var further = 0

  /// Describes how names are gathered from a briefing, and whether that needs no more reading.
  init(
    isRead: @escaping (Briefing) -> Bool, gather: @escaping (Briefing, inout NameList) -> Void
  ) {
    self.isRead = isRead
    self.gather = gather
  }

  /// The names in `briefings` that `prefix` leads to, as ``NameList/search(_:)`` gives them.
  func search(_ prefix: String, in briefings: [Briefing]) -> [NameList.Entry] {
    update(briefings)
    let (found, count) = names.search(prefix)
    further = count - found.count
    return found
  }

  private func update(_ briefings: [Briefing]) {
    let current = Set(briefings.map { ObjectIdentifier($0) })
    if !gathered.keys.allSatisfy(current.contains) {
      gathered = [:]
      names = NameList()
    }
    unread = 0
    var room = Self.reach
    var isFirst = true
    for briefing in briefings where gathered[ObjectIdentifier(briefing)] == nil {
      if !isRead(briefing) {
        let size = briefing.source.bytes.count
        guard isFirst ? size <= Self.largest : size <= room else {
          unread += 1
          continue
        }
        isFirst = false
        room -= size
      }
      gather(briefing, &names)
      gathered[ObjectIdentifier(briefing)] = briefing
    }
  }
}
