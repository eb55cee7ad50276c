/// Finds the name that was probably meant.
public enum Spelling {
  /// The name among `candidates` that is nearest to `word`, if one is near enough.
  ///
  /// Near is a Damerau-Levenshtein distance of at most a third of the length of the word, and at
  /// least 1 for words of two letters and more, upper and lower case counting as the same. Of
  /// equally near names the one that comes first counts. Linear in the number of candidates.
  public static func nearest(
    to word: String, among candidates: some Sequence<String>
  ) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(64))
    let limit = letters.count < 2 ? 0 : max(1, letters.count / 3)
    var nearest: (name: String, distance: Int)?
    for candidate in candidates where candidate != word {
      let others = Array(candidate.lowercased().unicodeScalars.prefix(64))
      guard abs(others.count - letters.count) <= limit else { continue }
      let distance = distance(letters, others)
      if distance <= limit, distance < nearest?.distance ?? Int.max {
        nearest = (candidate, distance)
      }
    }
    return nearest?.name
  }

  /// How many letters have to be put in, taken out, replaced or exchanged with their neighbour.
  ///
  /// The restricted distance (optimal string alignment) of F. Damerau, "A Technique for Computer
  /// Detection and Correction of Spelling Errors", CACM 7, 1964. O(n·m).
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var older: [Int] = []
    var old = Array(0...right.count)
    for row in 1...left.count {
      var new = [row]
      new.reserveCapacity(old.count)
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(
          old[column] + 1, new[column - 1] + 1, old[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, older[column - 2] + 1)
        }
        new.append(best)
      }
      older = old
      old = new
    }
    return old[right.count]
  }
}
