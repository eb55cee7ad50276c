import BriefSource
import BriefText

/// Finds who is announced by a heading that leads to a quotation: "Spokesperson also made an offer".
struct HeadingReader {
  let text: QuoteText

  /// The one announced, with the cue when the heading has one.
  struct Announced {
    let tokens: Range<Int>
    let cue: Range<Int>?
    let entry: Int
    let entity: EntityID?
  }

  /// The speaker that the heading `heading` announces for the block `block`, when the block is
  /// nothing but a quotation.
  func speaker(in heading: Int, before block: Int) -> Announced? {
    let words = text.blockTokens[block].contains { text.isWord($0) && text.isOutside($0) }
    guard !words else { return nil }
    let tokens = text.blockTokens[heading]
    let first = tokens.first { text.isWord($0) && text.isOutside($0) }
    for token in tokens where text.isOutside(token) && text.isWord(token) {
      if let mention = text.entities.mention(holding: token),
        text.entities[mention.entity].type == .person, mention.tokens.lowerBound == first
      {
        return Announced(
          tokens: mention.tokens, cue: nil, entry: -1, entity: mention.entity)
      }
      if RoleWord.nearest(to: text.lower(token)) != nil {
        return Announced(
          tokens: token..<token + 1, cue: nil, entry: -1,
          entity: person(before: tokens.lowerBound, role: text.lower(token)))
      }
    }
    return nil
  }

  /// The last person mentioned before `token` whose role is, or is nearly, `role`.
  private func person(before token: Int, role: String) -> EntityID? {
    let wanted = RoleWord.nearest(to: role) ?? role
    var low = 0
    var high = text.entities.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if text.entities.mentions[middle].tokens.lowerBound < token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var index = low - 1
    // A heading refers to somebody who was just spoken of.
    let limit = max(0, low - 200)
    while index >= limit {
      let entity = text.entities[text.entities.mentions[index].entity]
      if entity.type == .person, let role = entity.role,
        text.source[role].lowercased().contains(wanted)
      {
        return entity.id
      }
      index -= 1
    }
    return nil
  }
}
