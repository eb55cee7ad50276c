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
      if text.entities.mentions[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
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

/// The nouns for those who speak at briefings, and words that are nearly one of them.
enum RoleWord {
  /// The role words that a heading may announce a speaker with.
  static let all = [
    "spokesperson", "spokesman", "spokeswoman", "minister", "secretary", "president", "ambassador",
    "official", "chairman", "governor", "premier", "chancellor", "envoy",
  ]

  /// The role word that `word`, in small letters, is or is a slip of; `nil` for any other word.
  ///
  /// A slip is at most two edits away, transpositions counted as one, and long enough that no other
  /// word is meant.
  static func nearest(to word: String) -> String? {
    if all.contains(word) { return word }
    let bytes = Array(word.utf8)
    guard bytes.count >= 8 else { return nil }
    for role in all where role.utf8.count >= 9 {
      let target = Array(role.utf8)
      guard abs(target.count - bytes.count) <= 2, target[0] == bytes[0] else { continue }
      if distance(bytes, target) <= 2 { return role }
    }
    return nil
  }

  /// The distance of Damerau and Levenshtein with adjacent transpositions.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in 1...max(1, left.count) where row <= left.count {
      var current = [row]
      for column in 1...max(1, right.count) where column <= right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(
          previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, before[column - 2] + 1)
        }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
