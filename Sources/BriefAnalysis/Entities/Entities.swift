import BriefSource
import BriefText

/// The entities of a briefing and the places where they are meant.
public struct Entities: Sendable {
  /// The entities, in order of first mention.
  public internal(set) var all: [Entity] = []
  /// Every mention, in text order; they do not overlap.
  public internal(set) var mentions: [Mention] = []

  /// Mentions that lie around others: of "Istanbul talks", where Istanbul is a mention of its own.
  /// They belong to the events at the end of ``all``.
  public internal(set) var enclosing: [Mention] = []

  /// Creates an empty set.
  public init() {}

  /// The entity numbered `id`.
  public subscript(id: EntityID) -> Entity { all[id.index] }

  /// The mention that holds the token at `token`, or `nil`.
  ///
  /// Logarithmic in the number of mentions.
  public func mention(holding token: Int) -> Mention? {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    guard low < mentions.count, mentions[low].tokens.contains(token) else { return nil }
    return mentions[low]
  }
}
