import BriefText

/// How common words are, how often they have a capital, and what parts of speech they are.
///
/// The embedded table is searched where it lies: it is sorted by its words' bytes.
struct FrequencyTable: @unchecked Sendable {
  /// What the table says of a word.
  struct Entry: Sendable {
    /// The number of passages, of ``passages``, in which it stands.
    var passages: Int
    /// The percentage of its uses inside sentences that have a capital, where that is known.
    var capitals: Int?
    /// What it is, commonest first.
    var classes: [WordTag]
  }

  /// What a word may be.
  enum WordTag: UInt8, Sendable {
    case noun = 0x6E
    case verb = 0x76
    case adjective = 0x6A
    case adverb = 0x72
    case name = 0x70
    case function = 0x66
  }

  /// The embedded table.
  static let embedded = FrequencyTable()

  /// The number of passages counted.
  static let passages = 22_330

  /// Constant data of the program.
  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int

  private init() {
    bytes = Lexicon.text(.frequencies)
    var start = 0
    while start < bytes.count, bytes[start] == 0x23 {
      while start < bytes.count, bytes[start] != 0x0A { start += 1 }
      start += 1
    }
    self.start = min(start, bytes.count)
  }

  /// What is known of `word`, given without case; British spellings lead to the American ones.
  ///
  /// Logarithmic in the size of the table.
  func entry(_ word: String) -> Entry? {
    let bytes = Array(word.utf8)
    if let found = find(bytes) { return found }
    guard let american = Self.american(bytes) else { return nil }
    return find(american)
  }

  private func find(_ word: [UInt8]) -> Entry? {
    var low = start
    var high = bytes.count
    while low < high {
      var line = (low + high) / 2
      while line > low, bytes[line - 1] != 0x0A { line -= 1 }
      switch compare(word, at: line) {
      case 0: return read(after: line + word.count)
      case ..<0: high = line
      default:
        while line < high, bytes[line] != 0x0A { line += 1 }
        low = line + 1
      }
    }
    return nil
  }

  /// Negative when `word` stands before the line at `line`, zero when it is that line's word.
  private func compare(_ word: [UInt8], at line: Int) -> Int {
    for (offset, byte) in word.enumerated() {
      guard line + offset < bytes.count else { return 1 }
      let other = bytes[line + offset]
      if other == 0x09 { return 1 }
      if byte != other { return Int(byte) - Int(other) }
    }
    return line + word.count < bytes.count && bytes[line + word.count] == 0x09 ? 0 : -1
  }

  private func read(after tab: Int) -> Entry {
    var entry = Entry(passages: 0, capitals: nil, classes: [])
    var field = 0
    var place = tab + 1
    while place < bytes.count, bytes[place] != 0x0A {
      let byte = bytes[place]
      place += 1
      if byte == 0x09 {
        field += 1
        continue
      }
      switch field {
      case 0: entry.passages = entry.passages * 10 + Int(byte & 0xF)
      case 1: entry.capitals = (entry.capitals ?? 0) * 10 + Int(byte & 0xF)
      default: if let tag = WordTag(rawValue: byte) { entry.classes.append(tag) }
      }
    }
    return entry
  }

  private static let spellings: [(british: [UInt8], american: [UInt8])] = [
    ("isations", "izations"), ("isation", "ization"), ("ising", "izing"), ("ised", "ized"),
    ("ises", "izes"), ("ise", "ize"), ("yse", "yze"), ("ysed", "yzed"), ("ours", "ors"),
    ("our", "or"), ("oured", "ored"), ("ouring", "oring"), ("lled", "led"), ("lling", "ling"),
    ("entre", "enter"), ("entres", "enters"), ("efence", "efense"), ("mme", "m"),
    ("mmes", "ms"), ("ourable", "orable"), ("fil", "fill"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static func american(_ word: [UInt8]) -> [UInt8]? {
    for (british, american) in spellings where word.count >= british.count {
      let stem = word.count - british.count
      if word[stem...].elementsEqual(british) { return Array(word[..<stem]) + american }
    }
    return nil
  }
}
