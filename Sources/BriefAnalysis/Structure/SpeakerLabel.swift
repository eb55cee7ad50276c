import BriefSource

/// A label that may say who speaks: `MS. PSAKI:`, `QUESTION:`, `Q`, `Reuters:`.
struct SpeakerLabel {
  /// How much the form alone says.
  enum Form {
    /// A bare `Q` or `A`, or one with a colon.
    case letter
    /// Capitals with a title or role: `MS. PSAKI`, `MODERATOR`.
    case role
    /// Capitals without one: `ANDRABI`.
    case capitals
    /// A name in ordinary writing: `Andrabi`, `Tahir Hussain Andrabi`, `Reuters`.
    case name
  }

  /// The label without its colon.
  let range: TextRange
  /// Where the speech begins.
  let contentStart: Int
  /// The same for every occurrence of one label: capitals, single spaces, nothing in brackets.
  let key: String
  /// What its form says.
  let form: Form

  /// The longest label that is considered, in bytes.
  static let limit = 72

  /// Reads the label at the start of `range`, or `nil`. Constant time.
  init?(_ source: Source, _ range: TextRange) {
    let bytes = source.bytes
    var start = range.start
    var emphasis = 0
    while start < range.end, bytes[start] == 0x2A || bytes[start] == 0x5F, emphasis < 3 {
      start += 1
      emphasis += 1
    }
    // A transcript quoted as a whole repeats the opening mark before every label.
    if start < range.end {
      let (mark, length) = LineShape.scalar(bytes, start, range.end)
      if LineShape.isQuotationMark(mark), start + length < range.end { start += length }
    }
    let end = min(range.end, start + Self.limit)
    guard start < end else { return nil }
    if let letter = Self.letter(bytes, start, range.end) {
      self.range = TextRange(start, start + 1)
      contentStart = Self.skip(bytes, letter, range.end)
      key = bytes[start] == UInt8(ascii: "Q") ? "Q" : "A"
      form = .letter
      return
    }
    guard let colon = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")), colon > start
    else { return nil }
    var after = colon + 1
    while after < range.end, bytes[after] == 0x2A || bytes[after] == 0x5F { after += 1 }
    if after < range.end {
      let (next, _) = LineShape.scalar(bytes, after, range.end)
      guard LineShape.isSpace(next) || LineShape.isQuotationMark(next) else { return nil }
    }
    var labelEnd = colon
    while labelEnd > start,
      bytes[labelEnd - 1] == 0x2A || bytes[labelEnd - 1] == 0x5F || bytes[labelEnd - 1] == 0x20
    {
      labelEnd -= 1
    }
    guard labelEnd > start else { return nil }
    let label = TextRange(start, labelEnd)
    guard let read = Self.read(source[label]) else { return nil }
    self.range = label
    contentStart = Self.skip(bytes, after, range.end)
    key = read.key
    form = read.form
  }

  /// The offset after a bare or marked `Q` or `A` at `start`, or `nil`.
  private static func letter(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    let isQuestion = bytes[start] == UInt8(ascii: "Q")
    guard isQuestion || bytes[start] == UInt8(ascii: "A") else { return nil }
    guard start + 1 < end else { return isQuestion ? end : nil }
    switch bytes[start + 1] {
    case UInt8(ascii: ":"), UInt8(ascii: "."):
      var after = start + 2
      while after < end, bytes[after] == 0x2A || bytes[after] == 0x5F { after += 1 }
      guard after == end || bytes[after] <= 0x20 || bytes[after] == 0xC2 else { return nil }
      return after
    case 0x20, 0x09, 0xC2:
      guard isQuestion else { return nil }
      let after = skip(bytes, start + 1, end)
      guard after < end else { return nil }
      // A sentence about a thing called Q goes on in small letters or with an ampersand.
      if bytes[after] == UInt8(ascii: "&") { return nil }
      let gap = after - start - 1
      return gap > 1 || !(0x61...0x7A).contains(bytes[after]) ? after : nil
    default: return nil
    }
  }

  private static func skip(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end {
      let (scalar, length) = LineShape.scalar(bytes, offset, end)
      guard LineShape.isSpace(scalar) else { break }
      offset += length
    }
    return offset
  }

  /// The key and form of a label's words, or `nil` when they are no label.
  private static func read(_ label: String) -> (key: String, form: Form)? {
    var words: [Substring] = []
    var depth = 0
    for word in label.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }) {
      if word.hasPrefix("(") || word.hasPrefix("[") { depth += 1 }
      if depth == 0 { words.append(word) }
      if word.hasSuffix(")") || word.hasSuffix("]") { depth = max(0, depth - 1) }
    }
    if words.isEmpty, let bracketed = label.first, bracketed == "[" || bracketed == "(" {
      words = label.dropFirst().dropLast().split(separator: " ")
    }
    guard (1...8).contains(words.count) else { return nil }
    var hasSmall = false
    var hasRole = false
    var hasName = false
    for (index, word) in words.enumerated() {
      let bare = word.drop { $0 == "“" || $0 == "\"" }.filter { $0 != "." && $0 != "," }
      guard let first = bare.unicodeScalars.first else { continue }
      if Self.connectors.contains(bare) {
        if index == 0, bare.uppercased() != "THE" { return nil }
        continue
      }
      let firstCase = LineShape.letterCase(first.value)
      if firstCase == .none {
        guard (0x30...0x39).contains(first.value), index > 0 else { return nil }
        continue
      }
      guard firstCase == .upper else { return nil }
      let letters = bare.unicodeScalars.map { LineShape.letterCase($0.value) }
      // McDONOUGH is written with a small letter among capitals.
      let small = letters.count { $0 == .lower }
      if small > 1 || (small == 1 && letters.count < 5) { hasSmall = true }
      if Self.roles.contains(bare.uppercased()) { hasRole = true } else { hasName = true }
    }
    let key = words.joined(separator: " ").uppercased()
    if notLabels.contains(key) || furnitureWords.contains(String(words[0].uppercased())) {
      return nil
    }
    guard hasRole || hasName else { return nil }
    if hasSmall { return words.count <= 6 ? (key, .name) : nil }
    return (key, hasRole ? .role : .capitals)
  }

  /// Whether `word`, in capitals, is a title or names a part in a conversation.
  static func isRole(_ word: String) -> Bool { roles.contains(word) }

  private static let connectors: Set<String> = [
    "of", "the", "for", "and", "de", "la", "van", "von", "der", "den", "al", "bin", "ibn", "del",
    "da", "di", "to", "The", "THE", "OF", "FOR", "AND", "&", "-", "–",
  ]

  private static let roles: Set<String> = [
    "M", "MR", "MS", "MRS", "MISS", "DR", "SIR", "LORD", "LADY", "DAME", "MX", "PRESIDENT", "VICE",
    "PRIME", "MINISTER", "SECRETARY", "SECRETARY-GENERAL", "GENERAL", "ADMIRAL", "COLONEL", "MAJOR",
    "CAPTAIN", "LIEUTENANT", "SERGEANT", "AMBASSADOR", "SENATOR", "SEN", "REP", "GEN", "LT", "COL",
    "REPRESENTATIVE", "CONGRESSMAN", "CONGRESSWOMAN", "CHAIR", "CHAIRMAN", "CHAIRWOMAN",
    "CHAIRPERSON", "GOVERNOR", "GOV", "MAYOR", "CHANCELLOR", "KING", "QUEEN", "PRINCE", "PRINCESS",
    "ADVISOR", "ADVISER", "ADMINISTRATOR", "ASSISTANT", "DEPUTY", "UNDER", "SPOKESPERSON",
    "SPOKESMAN", "SPOKESWOMAN", "SPOX", "MODERATOR", "OPERATOR", "QUESTION", "ANSWER", "QUESTIONER",
    "REPORTER", "REPORTERS", "JOURNALIST", "INTERPRETER", "TRANSLATOR", "AIDE", "STAFF", "OFFICIAL",
    "PARTICIPANT", "PARTICIPANTS", "AUDIENCE", "SPEAKER", "HOST", "INTERVIEWER", "CORRESPONDENT",
    "COMMISSIONER", "DIRECTOR", "DIRECTOR-GENERAL", "JUSTICE", "JUDGE", "ATTORNEY", "PASTOR",
    "REVEREND", "REV", "BISHOP", "ARCHBISHOP", "CARDINAL", "POPE", "PROFESSOR", "PROF", "VOICE",
    "ANNOUNCER", "MEDIA", "PRESS", "CHIEF", "ENVOY", "PRESENTER", "ANCHOR", "CALLER", "MEMBER",
    "SENIOR", "UNIDENTIFIED", "UNKNOWN", "SHEIKH", "EMIR", "SULTAN", "TAOISEACH", "PREMIER",
  ]

  /// A line that begins with one of these belongs to the page.
  private static let furnitureWords: Set<String> = [
    "READ", "PHOTO", "PHOTOS", "IMAGE", "VIDEO", "WATCH", "RELATED", "ALSO", "SOURCE", "UPDATED",
    "FOLLOW", "PUBLISHED",
  ]

  /// What stands before a colon at the start of a line without anybody speaking.
  private static let notLabels: Set<String> = [
    "NOTE", "NOTES", "SOURCE", "SOURCES", "UPDATE", "UPDATED", "PHOTO", "PHOTOS", "IMAGE",
    "PICTURE", "RELATED", "READ", "READ MORE", "ALSO", "ALSO READ", "SEE", "SEE ALSO", "WATCH",
    "LISTEN", "DATE", "TIME", "LOCATION", "SUBJECT", "BACKGROUND", "CONTACT", "CONTACTS", "TEL",
    "TELEPHONE", "PHONE", "EMAIL", "E-MAIL", "TOPIC", "TOPICS", "VENUE", "PLACE", "CORRECTION",
    "EDITOR’S NOTE", "EDITOR'S NOTE", "CREDIT", "CREDITS", "CAPTION", "VIDEO", "PUBLISHED",
    "POSTED", "REPORTING BY", "EDITING BY", "WRITING BY", "BY", "FROM", "TO", "CC", "RE", "WEB",
    "WEBSITE", "URL", "LINK", "TWITTER", "FACEBOOK", "FOLLOW", "SHARE", "TAGS", "TAG", "CATEGORY",
    "SUMMARY", "HIGHLIGHTS", "KEY POINTS", "IN SHORT", "IN BRIEF", "MORE", "BREAKING", "EXCLUSIVE",
    "OPINION", "ANALYSIS", "THE LATEST", "FACT CHECK", "TRANSCRIPT", "FULL TEXT", "ABSTRACT",
    "CORRECTION APPENDED", "WHAT", "WHEN", "WHERE", "WHO", "WHY", "HOW", "EXAMPLE", "WARNING",
    "PARTICIPANTS INCLUDED", "CONCLUSION", "INTRODUCTION", "FIRST", "SECOND", "THIRD", "FINALLY",
  ]
}
