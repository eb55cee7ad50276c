import BriefSource

/// Splits bytes into tokens after the conventions of Universal Dependencies for English.
///
/// One pass cuts the bytes at white space into chunks and sums up what kinds of bytes each holds;
/// a chunk of nothing but letters or digits, which most are, is a token as it stands. The others
/// are walked by the rules. What a rule looks ahead is bounded, so time is linear in the number of
/// bytes whatever they are.
struct Tokeniser {
  private(set) var tokens = Tokens()
  private(set) var vocabulary: Vocabulary
  let classes = WordClasses.embedded
  let table = TextByte.table

  /// The chunk being walked.
  var chunk = 0..<0
  /// What the chunk holds that takes looking ahead.
  var signs: Signs = []

  /// What a chunk may hold that no single byte tells.
  struct Signs: OptionSet {
    let rawValue: UInt8
    /// `@`.
    static let at = Signs(rawValue: 1)
    /// `:` before something that is no white space.
    static let colon = Signs(rawValue: 2)
    /// A full stop between letters.
    static let innerStop = Signs(rawValue: 4)
    /// `/`.
    static let slash = Signs(rawValue: 8)
  }

  /// The tokens of `source`.
  ///
  /// Linear in the number of bytes.
  static func tokens(of source: Source, vocabulary: inout Vocabulary) -> Tokens {
    var tokeniser = Tokeniser(vocabulary: vocabulary)
    vocabulary = Vocabulary()
    let bytes = source.bytes
    tokeniser.read(bytes.span)
    vocabulary = tokeniser.vocabulary
    return tokeniser.tokens
  }

  private init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  private mutating func read(_ bytes: Span<UInt8>) {
    // Offsets are kept in 32 bits; what lies beyond 4 GB is not read.
    let end = min(bytes.count, Int(UInt32.max))
    tokens.reserve(end / 4)
    let table = table
    let kinds = table.span
    let contractions = Self.contractionLengths
    let lengths = contractions.span
    let stop = TextByte.space.rawValue | TextByte.wide.rawValue
    var index = 0
    while index < end {
      var mask: UInt8 = 0
      var key: UInt64 = 0
      let start = index
      while index < end {
        let byte = bytes[index]
        let kind = kinds[Int(byte)]
        if kind & stop != 0 {
          if kind & TextByte.space.rawValue != 0 { break }
          if TextScalar.spaceLength(bytes, at: index) > 0 { break }
        }
        mask |= kind
        key = key << 8 | UInt64(byte)
        index += 1
      }
      if index > start {
        if mask & ~TextByte.letter.rawValue == 0 {
          if index - start > 8 {
            emit(bytes, start, index, .word)
          } else if lengths[Int(bytes[start] & 31)] & 1 << UInt16(index - start) != 0 {
            emitWord(bytes, start, index)
          } else {
            let form = vocabulary.intern(bytes, from: start, to: index, key: key)
            append(start, index, .word, form)
          }
        } else if mask == TextByte.digit.rawValue {
          emit(bytes, start, index, .number)
        } else {
          split(bytes, start..<index, mask: mask)
        }
      } else {
        index += max(1, TextScalar.spaceLength(bytes, at: index))
      }
    }
  }

  /// Walks a chunk that holds more than letters.
  private mutating func split(_ bytes: Span<UInt8>, _ chunk: Range<Int>, mask: UInt8) {
    self.chunk = chunk
    signs = []
    if mask & TextByte.mark.rawValue != 0 { readSigns(bytes) }
    var index = chunk.lowerBound
    while index < chunk.upperBound {
      let kind = TextByte(rawValue: table[Int(bytes[index])])
      let next: Int
      if !kind.isDisjoint(with: .alphanumeric) {
        next = word(bytes, index)
      } else if kind == .mark {
        next = mark(bytes, index)
      } else if kind == .wide {
        next = wide(bytes, index)
      } else {
        next = run(bytes, index)
        emit(bytes, index, next, .symbol)
      }
      index = max(next, index + 1)
    }
  }

  private mutating func readSigns(_ bytes: Span<UInt8>) {
    for index in chunk {
      switch bytes[index] {
      case UInt8(ascii: "@"): signs.insert(.at)
      case UInt8(ascii: "/"): signs.insert(.slash)
      case UInt8(ascii: ":") where index + 1 < chunk.upperBound: signs.insert(.colon)
      case UInt8(ascii: ".") where index > chunk.lowerBound:
        if isAlphanumeric(bytes, index + 1), isAlphanumeric(bytes, index - 1) {
          signs.insert(.innerStop)
        }
      default: break
      }
    }
  }

  // MARK: - Looking

  /// The byte at `index`, or `0` outside the chunk.
  func byte(_ bytes: Span<UInt8>, _ index: Int) -> UInt8 {
    chunk.contains(index) ? bytes[index] : 0
  }

  func isAlphanumeric(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    has(bytes, index, .alphanumeric)
  }

  func isDigit(_ bytes: Span<UInt8>, _ index: Int) -> Bool { has(bytes, index, .digit) }

  func isUpper(_ bytes: Span<UInt8>, _ index: Int) -> Bool { has(bytes, index, .upper) }

  func isLetter(_ bytes: Span<UInt8>, _ index: Int) -> Bool { has(bytes, index, .letter) }

  private func has(_ bytes: Span<UInt8>, _ index: Int, _ kinds: TextByte) -> Bool {
    chunk.contains(index) && table[Int(bytes[index])] & kinds.rawValue != 0
  }

  /// Whether the byte at `index` may begin or continue a word, or is part of one beyond ASCII.
  func isWordByte(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard chunk.contains(index) else { return false }
    if bytes[index] < 0x80 { return isAlphanumeric(bytes, index) }
    switch TextScalar(bytes, at: index).kind {
    case .letter, .digit, .extender: return true
    default: return false
    }
  }

  /// Where the run of the byte at `index` ends.
  func run(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index + 1
    while end < chunk.upperBound, bytes[end] == bytes[index] { end += 1 }
    return end
  }

  /// Where the digits at `index` end.
  func digitsEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index
    while isDigit(bytes, end) { end += 1 }
    return end
  }

  /// Where the letters, digits, marks and inner underscores at `index` end.
  func wordEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index
    while end < chunk.upperBound {
      let byte = bytes[end]
      if byte < 0x80 {
        if isAlphanumeric(bytes, end) {
          end += 1
        } else if byte == UInt8(ascii: "_"), end > index {
          let after = run(bytes, end)
          guard isWordByte(bytes, after) else { return end }
          end = after
        } else {
          return end
        }
      } else {
        let scalar = TextScalar(bytes, at: end)
        switch scalar.kind {
        case .letter, .digit, .extender: end += scalar.length
        default: return end
        }
      }
    }
    return end
  }

  /// The first byte after the white space at `index`; `0` when there is none near.
  func byteAfterSpace(_ bytes: Span<UInt8>, _ index: Int) -> UInt8 {
    var next = index
    // Wider gaps than this are no line end with an indented line after it.
    while next < min(bytes.count, index + 32) {
      let length = TextScalar.spaceLength(bytes, at: next)
      if length == 0 { return bytes[next] }
      next += length
    }
    return 0
  }

  // MARK: - Emitting

  mutating func emit(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ kind: TokenKind) {
    guard end > start else { return }
    append(start, end, kind, vocabulary.intern(bytes, from: start, to: end))
  }

  private mutating func append(_ start: Int, _ end: Int, _ kind: TokenKind, _ form: WordID) {
    tokens.append(start, end, kind, form, vocabulary.lower(form))
  }

  /// Emits a word, as two where it is a contraction without an apostrophe.
  mutating func emitWord(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    if end - start <= 8, let cut = contractionCut(bytes, start, end) {
      emit(bytes, start, cut, .word)
      emit(bytes, cut, end, .word)
    } else {
      emit(bytes, start, end, .word)
    }
  }

  /// The length and first letter of any contraction in the list, as a bit for each length.
  ///
  /// Most words are ruled out by these alone.
  private static let contractionLengths: [UInt16] = {
    var lengths = Array(repeating: UInt16(0), count: 32)
    var rows = LexiconReader(.words)
    while rows.advance() {
      guard rows.holds(1, "contraction"), let first = rows[0].first else { continue }
      lengths[Int(first & 31)] |= 1 << UInt16(min(rows[0].count, 15))
    }
    return lengths
  }()

  private func contractionCut(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard classes.classes(bytes, from: start, to: end).contains(.contraction) else { return nil }
    func lower(_ offset: Int) -> UInt8 { bytes[end - offset] | 0x20 }
    switch (lower(2), lower(1)) {
    case (UInt8(ascii: "o"), UInt8(ascii: "t")): return end - 3
    case (_, UInt8(ascii: "s")), (UInt8(ascii: "i"), UInt8(ascii: "m")): return end - 1
    case (_, UInt8(ascii: "a")) where [0x64, 0x74].contains(lower(2)) && lower(3) != lower(2):
      // kind a, sort a; but got ta.
      return lower(2) == 0x74 && lower(3) != 0x72 ? end - 2 : end - 1
    default: return end - 2
    }
  }
}
