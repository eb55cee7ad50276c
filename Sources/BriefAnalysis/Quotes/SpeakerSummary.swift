import BriefSource
import BriefText

/// One who speaks in a briefing, and how much.
public struct SpeakerSummary: Sendable {
  /// The entity; `nil` for a speaker that is not resolved ("a senior official").
  public let entity: EntityID?
  /// The name to show.
  public let name: String
  /// The role the text gives them, as it stands there.
  public let role: TextRange?
  /// The quotes, as positions in the list they were gathered from, in text order.
  public let quotes: [Int]
  /// The number of statements: quotes that are one unit count once.
  public let statements: Int
  /// The number of words in the quotes' parts.
  public let words: Int

  /// Gathers the speakers of `quotes`.
  ///
  /// Those without an entity are joined by name, case ignored. Key points and headings are the
  /// desk's words and count only when `includingDesk` is set. The one with the most quotes comes
  /// first, equals in order of first occurrence. Linear in the number of words quoted.
  public static func summaries(
    of quotes: [Quote], entities: Entities, document: Document, includingDesk: Bool = false
  ) -> [SpeakerSummary] {
    var order: [String] = []
    var gathered: [String: [Int]] = [:]
    for (position, quote) in quotes.enumerated() {
      guard let speaker = quote.speaker, quote.isInBody || includingDesk else { continue }
      let key = speaker.entity.map { "#\($0.index)" } ?? speaker.name.lowercased()
      if gathered[key] == nil { order.append(key) }
      gathered[key, default: []].append(position)
    }
    let tokens = document.tokens
    let summaries = order.compactMap { key -> SpeakerSummary? in
      guard let positions = gathered[key], let first = positions.first,
        let speaker = quotes[first].speaker
      else { return nil }
      var words = 0
      var units: Set<Int> = []
      for position in positions {
        units.insert(quotes[position].unit)
        for part in quotes[position].parts {
          words += tokens.indices(in: part).count {
            tokens.kinds[$0] == .word || tokens.kinds[$0] == .number
          }
        }
      }
      let entity = speaker.entity.map { entities[$0] }
      return SpeakerSummary(
        entity: speaker.entity, name: entity?.name ?? speaker.name, role: entity?.role,
        quotes: positions, statements: units.count, words: words)
    }
    return summaries.enumerated()
      .sorted { left, right in
        left.element.quotes.count == right.element.quotes.count
          ? left.offset < right.offset : left.element.quotes.count > right.element.quotes.count
      }
      .map(\.element)
  }
}
