import BriefSource

/// What the text says a person is, parted into the position and whose it is.
///
/// "the Foreign Office Spokesperson" is the position "Spokesperson" and the affiliation Foreign
/// Office; "former President of the Islamabad Chamber" the position "former President".
public struct EntityRole: Sendable {
  /// The whole of it, as it stands.
  public let range: TextRange
  /// The same without the article: "Foreign Office Spokesperson".
  public let phrase: TextRange
  /// The position alone, without article and affiliation.
  public let position: TextRange
  /// The organisation or state it is a position in; `nil` where the text names none.
  public let affiliation: EntityID?
  /// Whether it is over: "former", "ex-".
  public let isFormer: Bool

  /// Whether whoever has it speaks for the affiliation.
  public let speaks: Bool
}

/// Parts the roles of persons.
struct EntityRoleReader {
  let entities: Entities
  let source: Source

  /// The roles of `entity`, the most telling first, equals in text order.
  ///
  /// Linear in the number of its mentions.
  func roles(of entity: Entity) -> [EntityRole] {
    guard entity.type == .person else { return [] }
    var ranges = entity.roles
    // Nouns that were taken to mean somebody tell a role only of those who have none at their name.
    if !ranges.contains(where: { NameFolding.words(source[$0]).contains(where: Self.isTelling) }) {
      for place in entity.mentions where entities.mentions[place].kind == .nominal {
        ranges.append(entities.mentions[place].range)
      }
    }
    var seen: Set<String> = []
    var found: [(role: EntityRole, rank: Int)] = []
    for range in ranges {
      guard let role = role(range, of: entity.id) else { continue }
      let position = source[role.position].lowercased()
      let key = "\(NameFolding.key(position)) \(role.affiliation?.index ?? -1)"
      guard seen.insert(key).inserted else { continue }
      let words = position.split(separator: " ").count
      found.append((role, (role.affiliation == nil ? 0 : 100) + min(words, 12)))
    }
    // What says only less of what another says is left out.
    let best = found.enumerated().sorted {
      ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset)
    }.map(\.element.role)
    var kept: [EntityRole] = []
    for role in best {
      // A misspelt role is the role it was meant to be.
      let words = Set(
        NameFolding.words(source[role.position]).map {
          ReferenceResolver.roleHead(RoleSpelling.nearest(to: $0) ?? $0)
        })
      let isPart = kept.contains { other in
        (role.affiliation == nil || role.affiliation == other.affiliation)
          && words.isSubset(
            of: NameFolding.words(source[other.range]).map(ReferenceResolver.roleHead))
      }
      if !isPart { kept.append(role) }
    }
    return kept
  }

  private func role(_ range: TextRange, of person: EntityID) -> EntityRole? {
    let reach = Entities.joined(range, in: source)
    var affiliation: Mention?
    for mention in entities.named(within: reach) where mention.entity != person {
      if preposition(before: mention.range.start, from: reach.start) == "to" { continue }
      switch entities[mention.entity].type {
      case .organisation:
        if affiliation.map({ entities[$0.entity].type != .organisation }) ?? true {
          affiliation = mention
        }
      case .place: affiliation = affiliation ?? mention
      default: break
      }
    }
    var position = range
    if let affiliation {
      let before = TextRange(range.start, max(range.start, min(range.end, affiliation.range.start)))
      if NameFolding.words(source[before]).contains(where: Self.isTelling) {
        position = before
      } else {
        position = TextRange(min(range.end, affiliation.range.end), range.end)
      }
    }
    position = trimmed(position)
    let words = NameFolding.words(source[position])
    guard words.contains(where: Self.isTelling) else { return nil }
    let isLong = words.count > 14
    let whole = affiliation.map { range.union($0.range) } ?? range
    return EntityRole(
      range: whole, phrase: trimmed(whole),
      position: isLong ? trimmed(range) : position, affiliation: affiliation?.entity,
      isFormer: NameFolding.words(source[range]).contains {
        ["former", "ex", "onetime", "erstwhile"].contains($0)
      },
      speaks: words.contains {
        ReferenceResolver.roleHead($0) == "spokesperson"
          || ["ambassador", "envoy", "representative", "spokespersons"].contains($0)
      })
  }

  private static func isTelling(_ word: String) -> Bool {
    let kinds = Gazetteer.embedded.words[word] ?? []
    return !kinds.isDisjoint(with: [.title, .role]) && !kinds.contains(.honorific)
      || RoleSpelling.nearest(to: word) != nil
  }

  /// The word right before `offset` that is no article, looking no further than `start`.
  private func preposition(before offset: Int, from start: Int) -> String {
    guard offset > start else { return "" }
    let words = source[TextRange(start, offset)].lowercased().split(separator: " ")
    return words.last { $0 != "the" && $0 != "a" && $0 != "an" }.map(String.init) ?? ""
  }

  /// The range without white space, articles, prepositions, marks and possessives at its ends.
  private func trimmed(_ range: TextRange) -> TextRange {
    var start = range.start
    var end = range.end
    let bytes = source.bytes
    var isMore = true
    while isMore, start < end {
      isMore = false
      while start < end, Self.isSpace(bytes[start]) { start += 1 }
      for word in ["’s ", "'s ", "’ ", "' ", "s’ "]
      where bytes[start..<end].starts(with: word.utf8) {
        start += word.utf8.count
        isMore = true
      }
      for word in Self.leading where startsWith(word, start, end) {
        start += word.utf8.count
        isMore = true
        break
      }
    }
    isMore = true
    while isMore, start < end {
      isMore = false
      while start < end, Self.isSpace(bytes[end - 1]) || bytes[end - 1] == 0x2C { end -= 1 }
      for word in Self.trailing where endsWith(word, start, end) {
        end -= word.utf8.count
        isMore = true
        break
      }
    }
    return TextRange(start, max(start, end))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x2D
  }

  private static let leading = [
    "the ", "The ", "a ", "A ", "an ", "An ", "his ", "her ", "its ", "their ", "our ", "my ",
  ]
  private static let trailing = [
    " of", " the", " for", " at", " in", " to", " with", " from", " a",
  ]

  private func startsWith(_ word: String, _ start: Int, _ end: Int) -> Bool {
    source.bytes[start..<end].starts(with: word.utf8)
  }

  private func endsWith(_ word: String, _ start: Int, _ end: Int) -> Bool {
    let count = word.utf8.count
    return end - start >= count && source.bytes[(end - count)..<end].elementsEqual(word.utf8)
  }
}
