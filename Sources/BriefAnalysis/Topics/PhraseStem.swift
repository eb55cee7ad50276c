/// Makes the singular and the plural of a noun alike.
enum PhraseStem {
  /// `word`, folded, without a plural ending.
  static func stem(_ word: String) -> String {
    let count = word.utf8.count
    if word.hasSuffix("ies"), count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    guard word.hasSuffix("s"), count > 3 else { return word }
    for ending in ["ss", "us", "is", "'s"] where word.hasSuffix(ending) { return word }
    return String(word.dropLast())
  }
}
