import BriefScript
import BriefSource

/// Names gathered from many texts: each once, with what leads to it and how often it is used.
struct NameList {
  /// A name and what is known of it.
  struct Entry {
    /// The name.
    let name: String
    /// What it is, beside how often it occurs.
    var summary: String
    /// Other names and roles that lead to it, in order of first occurrence.
    var aliases: [String] = []
    /// How often it occurs.
    var count: Int
    /// The names as they are compared.
    let folded: String
    var foldedAliases: [String] = []
  }

  private(set) var entries: [Entry] = []
  private var positions: [String: Int] = [:]
  private var order: [Int]?

  /// Counts a name; one that was met before gets what it has not yet of summary and aliases.
  mutating func add(
    _ name: String, count: Int, summary: @autoclosure () -> String, aliases: [String]
  ) {
    // What cannot stand in a line cannot be typed.
    guard !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      return
    }
    order = nil
    let folded = FoldedText.folded(name)
    let index: Int
    if let known = positions[folded] {
      index = known
      entries[index].count += count
      if entries[index].summary.isEmpty { entries[index].summary = summary() }
    } else {
      index = entries.count
      positions[folded] = index
      entries.append(Entry(name: name, summary: summary(), count: count, folded: folded))
    }
    for alias in aliases where entries[index].aliases.count < Self.aliasLimit {
      let folded = FoldedText.folded(alias)
      if folded != entries[index].folded, !entries[index].foldedAliases.contains(folded) {
        entries[index].aliases.append(alias)
        entries[index].foldedAliases.append(folded)
      }
    }
  }

  /// How many other names of one are kept.
  private static let aliasLimit = 12
  /// How many names are offered at once.
  static let limit = 100

  /// The names that `prefix` leads to, the nearest first and of equally near ones the one that
  /// occurs most often, then the one met first; at most ``limit``, and how many there are.
  ///
  /// Linear in the number of names.
  mutating func search(_ prefix: String) -> (found: [Entry], count: Int) {
    let order = order ?? sorted()
    self.order = order
    let letters = TypedLetters(prefix)
    if letters.isEmpty { return (order.prefix(Self.limit).map { entries[$0] }, entries.count) }
    var byFit: [[Int]] = Array(repeating: [], count: 5)
    for index in order {
      let entry = entries[index]
      if let fit = letters.fit(entry.folded, aliases: entry.foldedAliases) {
        byFit[fit.rawValue].append(index)
      }
    }
    let all = byFit.joined()
    return (all.prefix(Self.limit).map { entries[$0] }, all.count)
  }

  private func sorted() -> [Int] {
    entries.indices.sorted { (entries[$1].count, $0) < (entries[$0].count, $1) }
  }
}
