/// The nouns for those who speak at briefings, and words that are nearly one of them.
enum RoleWord {
  /// The role words that a heading may announce a speaker with.
  static let all = [
    "spokesperson", "spokesman", "spokeswoman", "minister", "secretary", "president", "ambassador",
    "official", "chairman", "governor", "premier", "chancellor", "envoy",
  ]

  /// The long ones, for which a word two edits away can mean nothing else.
  private static let slippery = ["spokesperson", "spokesman", "spokeswoman", "ambassador"]

  /// Words near them that are right.
  private static let correct: Set<String> = [
    "spokesperson", "spokesman", "spokeswoman", "ambassador", "spokespersons", "spokesmen",
    "spokeswomen", "spokespeople", "ambassadors", "ambassadress",
  ]

  /// The role word that `word`, in small letters, is or is a slip of; `nil` for any other word.
  ///
  /// A slip is at most two edits away, transpositions counted as one, and long enough that no other
  /// word is meant.
  static func nearest(to word: String) -> String? {
    if all.contains(word) { return word }
    return slip(of: word)
  }

  /// The role word that `word` is a slip of; `nil` when it is one, or another word.
  static func slip(of word: String) -> String? {
    let bytes = Array(word.utf8)
    guard bytes.count >= 8, !correct.contains(word) else { return nil }
    for role in slippery {
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
