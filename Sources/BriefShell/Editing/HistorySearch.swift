/// Finds the entries of a history that hold a text, while that text is being typed.
struct HistorySearch {
  /// The entries to look through, the oldest first.
  private let entries: [String]
  /// What is looked for.
  private(set) var wanted: String
  /// The entries that hold it, the newest first, each once.
  private(set) var matches: [String] = []
  /// The one that is shown.
  private var index = 0

  /// Begins to look for `wanted`. Linear in the length of the entries, as is every change.
  init(in entries: [String], for wanted: String) {
    self.entries = entries
    self.wanted = wanted
    find()
  }

  /// The entry that is shown, or `nil` when none holds the text.
  var match: String? { matches.indices.contains(index) ? matches[index] : nil }

  /// Which of the matches it is, from 1.
  var number: Int { index + 1 }

  /// Goes to an older match or a newer one; whether there was one.
  mutating func step(back: Bool) -> Bool {
    let next = index + (back ? 1 : -1)
    guard matches.indices.contains(next) else { return false }
    index = next
    return true
  }

  /// Looks for something else.
  mutating func look(for text: String) {
    wanted = text
    index = 0
    find()
  }

  /// In upper or lower case, unless the text has a capital.
  private mutating func find() {
    let isExact = wanted.contains { $0.isUppercase }
    let needle = isExact ? wanted : wanted.lowercased()
    var seen: Set<String> = []
    matches = entries.reversed().filter { entry in
      (needle.isEmpty || (isExact ? entry : entry.lowercased()).contains(needle))
        && seen.insert(entry).inserted
    }
  }

  /// Where the text stands in the entry that is shown, in code points.
  var place: Range<Int>? {
    guard let match, !wanted.isEmpty else { return nil }
    let text = Array(match.unicodeScalars)
    let needle = Array(wanted.unicodeScalars)
    func isEqual(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
      left == right || left.properties.lowercaseMapping == right.properties.lowercaseMapping
    }
    guard needle.count <= text.count else { return nil }
    for start in 0...(text.count - needle.count)
    where zip(text[start...], needle).allSatisfy({ isEqual($0, $1) }) {
      return start..<start + needle.count
    }
    return nil
  }
}
