/// Which phrases of a text mean the same person or thing.
///
/// Mentions are noun phrases, names and pronouns in the order of their first tokens, shorter
/// ones first; they may lie inside one another. A chain has at least two of them.
public struct Coreference: Sendable {
  /// A phrase that may mean a person or a thing.
  public struct Mention: Sendable, Hashable {
    /// The indices of its tokens.
    public let tokens: Range<Int>
    /// The token all others of it depend on.
    public let head: Int
    /// The number of its chain; `nil` where nothing else means the same.
    public internal(set) var chain: Int?
  }

  /// All phrases, those in no chain too.
  public let mentions: [Mention]
  /// The numbers of the mentions of each chain, ascending; chains are in order of their first.
  public let chains: [[Int]]

  /// Makes chains of links from mentions to earlier ones that mean the same.
  ///
  /// - Parameter entities: The number of each mention's entity.
  init(_ found: [MentionDraft], entities: [Int32]) {
    var members: [Int32: [Int]] = [:]
    for (index, entity) in entities.enumerated() { members[entity, default: []].append(index) }
    chains = members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    var mentions = found.map { Mention(tokens: $0.start..<$0.end, head: $0.head, chain: nil) }
    for (number, chain) in chains.enumerated() {
      for mention in chain { mentions[mention].chain = number }
    }
    self.mentions = mentions
  }
}
