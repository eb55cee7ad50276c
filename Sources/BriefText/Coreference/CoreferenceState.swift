/// The entities that the mentions of a text were joined to so far, and where to look for more.
///
/// Mentions are joined in order, each to one before it or to none. However long the text is, the
/// number of earlier mentions that are looked at for one is bounded.
package struct CoreferenceState {
  package let mentions: [MentionDraft]
  /// The number of each mention's entity: that of its first mention. -1 while it has none.
  package private(set) var entities: [Int32]

  /// What is known of an entity, at the number of its first mention.
  struct Entity {
    var size: Int32 = 0
    var last: Int32 = 0
    var sorts: MentionDraft.Sorts = []
    /// The keys and head words of its names and nouns, the latest eight.
    private var keys = InlineArray<8, UInt64>(repeating: 0)
    private var heads = InlineArray<8, Int32>(repeating: -1)
    private var count = 0

    /// Adds those of a mention.
    mutating func add(key: UInt64, head: Int32) {
      keys[count & 7] = key
      heads[count & 7] = head
      count += 1
    }

    func hasKey(_ key: UInt64) -> Bool {
      for place in 0..<min(8, count) where keys[place] == key { return true }
      return false
    }

    func hasHead(_ head: Int32) -> Bool {
      for place in 0..<min(8, count) where heads[place] == head { return true }
      return false
    }
  }

  private(set) var known: [Entity]
  /// The last mention with a key, a head word, a word of a name, or initials.
  private var lastOfKey: [UInt64: Int32] = [:]
  private var lastOfHead: [Int32: Int32] = [:]
  private var lastOfNameWord: [Int32: Int32] = [:]
  private var lastOfInitials: [UInt64: Int32] = [:]
  /// Entities of several mentions, the one spoken of last at the end.
  private var recent: [Int32] = []

  /// How many mentions before are looked at, whatever they are; and how many entities.
  static let window = 40
  static let recentCount = 8
  /// Within how many mentions a phrase may mean what it shares no word with.
  private static let nearby = 12

  package init(_ mentions: [MentionDraft]) {
    self.mentions = mentions
    entities = Array(repeating: -1, count: mentions.count)
    known = Array(repeating: Entity(), count: mentions.count)
  }

  /// The earlier mentions that the mention at `index` may be joined to, the nearest first.
  package func candidates(of index: Int, into found: inout [Int]) {
    found.removeAll(keepingCapacity: true)
    let mention = mentions[index]
    let nearest = max(0, index - Self.window)
    mentions.withUnsafeBufferPointer { mentions in
      for candidate in stride(from: index - 1, through: nearest, by: -1)
      where Self.mayMean(mentions[index], mentions[candidate], distance: index - candidate) {
        found.append(candidate)
      }
    }
    let near = found.count
    func add(_ candidate: Int32?) {
      guard let candidate, Int(candidate) < nearest, !found[near...].contains(Int(candidate))
      else { return }
      found.append(Int(candidate))
    }
    if mention.kind != .pronoun {
      add(lastOfKey[mention.key])
      add(lastOfHead[mention.headWord])
      if mention.kind == .name { for word in mention.words { add(lastOfNameWord[word]) } }
      if mention.capitals != 0 { add(lastOfInitials[mention.capitals]) }
    }
    for entity in recent.reversed() { add(known[Int(entity)].last) }
    found[near...].sort(by: >)
  }

  /// Whether a mention may mean the same as an earlier one, at a first look: phrases with nothing in
  /// common seldom do unless they are near.
  @inline(__always)
  private static func mayMean(
    _ later: MentionDraft, _ earlier: MentionDraft, distance: Int
  ) -> Bool {
    if later.kind == .pronoun { return !earlier.sorts.contradicts(later.sorts, .gender) }
    if distance <= Self.nearby { return true }
    if earlier.kind == .pronoun { return false }
    if later.headWord == earlier.headWord || later.key == earlier.key { return true }
    if later.capitals != 0, later.capitals == earlier.initials { return true }
    if earlier.capitals != 0, earlier.capitals == later.initials { return true }
    return later.words.contains { earlier.words.contains($0) }
  }

  /// Joins the mention at `index`, the next in order, to an earlier one, or to none.
  package mutating func join(_ index: Int, to antecedent: Int?) {
    let mention = mentions[index]
    let entity = antecedent.map { entities[$0] } ?? Int32(index)
    entities[index] = entity
    let place = Int(entity)
    known[place].size += 1
    known[place].last = Int32(index)
    if mention.kind != .pronoun {
      known[place].add(key: mention.key, head: mention.headWord)
      lastOfKey[mention.key] = Int32(index)
      lastOfHead[mention.headWord] = Int32(index)
      if mention.kind == .name {
        for word in mention.words { lastOfNameWord[word] = Int32(index) }
        if mention.initials != 0 { lastOfInitials[mention.initials] = Int32(index) }
      }
    }
    known[place].sorts.formUnion(mention.sorts)
    if antecedent != nil {
      if let old = recent.firstIndex(of: entity) { recent.remove(at: old) }
      recent.append(entity)
      if recent.count > Self.recentCount { recent.removeFirst() }
    }
  }

  /// Whether the words of the mention at `index`, its head or its name occurred before, as a number.
  func sightings(of index: Int) -> UInt64 {
    let mention = mentions[index]
    guard mention.kind != .pronoun else { return 1 }
    var seen: UInt64 = 2
    if lastOfKey[mention.key] != nil { seen |= 4 }
    if lastOfHead[mention.headWord] != nil { seen |= 8 }
    if mention.kind == .name, mention.words.contains(where: { lastOfNameWord[$0] != nil }) {
      seen |= 16
    }
    if mention.capitals != 0, lastOfInitials[mention.capitals] != nil { seen |= 32 }
    return seen
  }

  /// Calls `body` with what is known of the entity of the mention at `index`.
  @inline(__always)
  func withEntity(of index: Int, _ body: (UnsafePointer<Entity>) -> Void) {
    known.withUnsafeBufferPointer { known in
      if let base = known.baseAddress { body(base + Int(entities[index])) }
    }
  }
}
