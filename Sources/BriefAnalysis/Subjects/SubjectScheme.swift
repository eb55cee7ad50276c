import BriefText

/// The two upper levels of IPTC Media Topics with the words that lead to them.
struct SubjectScheme: Sendable {
  struct Entry: Sendable {
    let code: String
    let name: String
    /// The position of the subject above, or its own for those at the top.
    let top: Int
  }

  /// What a phrase leads to.
  struct Lead: Sendable {
    let subject: Int
    let weight: Int
  }

  /// A phrase of one or more words.
  struct Phrase: Sendable {
    /// As the list has it.
    let text: String
    /// Its words as the tokeniser takes them apart.
    let words: [String]
    var leads: [Lead]
  }

  /// The embedded scheme, read when it is first asked for.
  static let embedded = SubjectScheme(rows: Lexicon.table(.subjects))

  private(set) var entries: [Entry] = []
  private(set) var phrases: [Phrase] = []
  /// For each first word the positions of the phrases that begin with it, longest first.
  private(set) var byFirst: [String: [Int]] = [:]

  /// Reads the rows of the list: code, code above, name, words. Linear in their size.
  init(rows: [[String]]) {
    var codes: [String: Int] = [:]
    var numbers: [String: Int] = [:]
    for row in rows where row.count == 4 {
      let number = entries.count
      codes[row[0]] = number
      entries.append(Entry(code: row[0], name: row[2], top: codes[row[1]] ?? number))
      // A group: `3: stock market, share price`.
      for group in row[3].utf8.split(separator: UInt8(ascii: ";")) {
        var group = group
        while group.first == UInt8(ascii: " ") { group.removeFirst() }
        guard let first = group.first, (0x31...0x33).contains(first) else { continue }
        for text in group.dropFirst(2).split(separator: UInt8(ascii: ",")) {
          let text = String(Substring(text.first == UInt8(ascii: " ") ? text.dropFirst() : text))
          add(text, Lead(subject: number, weight: Int(first & 0xF)), &numbers)
        }
      }
    }
    for first in byFirst.keys {
      byFirst[first]?.sort {
        let left = phrases[$0].words.count
        let right = phrases[$1].words.count
        return left != right ? left > right : $0 < $1
      }
    }
  }

  private mutating func add(_ text: String, _ lead: Lead, _ numbers: inout [String: Int]) {
    add(text, Self.words(text), lead, &numbers)
    // The tokeniser keeps some words with a hyphen whole: `e-mail`.
    if text.utf8.contains(UInt8(ascii: "-")) {
      add(text, text.split(separator: " ").map(String.init), lead, &numbers)
    }
  }

  private mutating func add(
    _ text: String, _ words: [String], _ lead: Lead, _ numbers: inout [String: Int]
  ) {
    let key = words.joined(separator: " ")
    if let known = numbers[key] {
      phrases[known].leads.append(lead)
      return
    }
    guard let first = words.first else { return }
    numbers[key] = phrases.count
    byFirst[first, default: []].append(phrases.count)
    phrases.append(Phrase(text: text, words: words, leads: [lead]))
  }

  /// The words of `text`: hyphens and the possessive ending stand by themselves.
  private static func words(_ text: String) -> [String] {
    var words: [[UInt8]] = [[]]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "): words.append([])
      case UInt8(ascii: "-"): words += [[byte], []]
      case UInt8(ascii: "'"): words.append([byte])
      default: words[words.count - 1].append(byte)
      }
    }
    return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }
}
