/// Finds the role word that a misspelt word was meant to be.
enum RoleSpelling {
  /// The longer role words by their first letter; short ones are too near to other words.
  private static let words: [Unicode.Scalar: [String]] = {
    var words: [Unicode.Scalar: [String]] = [:]
    for word in Gazetteer.embedded.words.forms(of: .role) {
      guard word.utf8.count >= 8, let first = word.unicodeScalars.first else { continue }
      words[first, default: []].append(word)
    }
    return words
  }()

  /// The role word within two changes of `word` that begins with the same letter and is about as
  /// long; the nearest, of equals the first in the alphabet.
  static func nearest(to word: String) -> String? {
    guard word.utf8.count >= 8, let first = word.unicodeScalars.first else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in words[first] ?? [] {
      // A plural is no misspelling.
      if word == candidate + "s" || word.hasSuffix("men") { continue }
      let distance = EditDistance.between(word, candidate, limit: 2)
      if distance <= 2, distance < best?.distance ?? 3 { best = (candidate, distance) }
    }
    return best?.word
  }
}
