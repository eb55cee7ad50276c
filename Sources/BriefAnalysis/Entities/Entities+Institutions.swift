import BriefSource

extension Entities {
  /// The organisation or state that the person `id` speaks for, as their role names it: the ministry
  /// of "the Harbour Ministry spokesperson", the state of "Corsava's ambassador".
  ///
  /// An organisation in the role wins over a state. What stands behind the name counts as well where
  /// it is joined to it: "Khan, a spokesman for the Foreign Office". `nil` when the text names none,
  /// and for whatever is no person. Linear in the number of mentions of the person.
  public func institution(of id: EntityID, in source: Source) -> EntityID? {
    let entity = self[id]
    guard entity.type == .person else { return nil }
    var state: EntityID?
    for range in roles(of: entity, in: source) {
      for mention in named(within: range) where mention.entity != id {
        switch self[mention.entity].type {
        case .organisation: return mention.entity
        case .place: state = state ?? mention.entity
        default: break
        }
      }
    }
    return state
  }

  /// The organisation or state that `speaker` speaks for, as their role names it, or the words for
  /// them where the text gives no name: "a Foreign Office spokesman".
  ///
  /// Linear in the number of mentions of the person.
  public func institution(of speaker: Quote.Speaker, in source: Source) -> EntityID? {
    if let entity = speaker.entity { return institution(of: entity, in: source) }
    let found = named(within: Self.joined(speaker.mention, in: source))
    return found.first { self[$0.entity].type == .organisation }?.entity
  }

  /// The places where the text says what `entity` is: its role and the nouns that mean
  /// it.
  private func roles(of entity: Entity, in source: Source) -> [TextRange] {
    var ranges: [TextRange] = []
    if let role = entity.role { ranges.append(Self.joined(role, in: source)) }
    for place in entity.mentions where mentions[place].kind == .nominal {
      ranges.append(Self.joined(mentions[place].range, in: source))
    }
    return ranges
  }

  /// The range with what "for", "of" and "at" join to its end.
  static func joined(_ range: TextRange, in source: Source) -> TextRange {
    let limit = min(source.bytes.count, range.end + 80)
    guard range.end < limit else { return range }
    let rest = source.bytes[range.end..<limit]
    for word in [" for ", " of ", " at "] where rest.starts(with: word.utf8) {
      let end = rest.firstIndex { [0x2C, 0x2E, 0x3B, 0x0A].contains($0) } ?? limit
      return TextRange(range.start, end)
    }
    return range
  }

  /// The mentions by name that lie within `range`.
  ///
  /// Logarithmic in the number of mentions, and linear in those that lie there.
  func named(within range: TextRange) -> [Mention] {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].range.start < range.start { low = middle + 1 } else { high = middle }
    }
    var found: [Mention] = []
    while low < mentions.count, range.contains(mentions[low].range) {
      if mentions[low].kind == .name || mentions[low].kind == .demonym {
        found.append(mentions[low])
      }
      low += 1
    }
    return found
  }
}
