/// What the models see of a word form: hashes of its letters, its shape, its clusters and the lists
/// it stands in.
///
/// Worked out once for each distinct form of a text; a hash is never 0.
package struct WordFeatures {
  /// The form without case and accents, each digit as `0`, curly apostrophes straight.
  var form: UInt64 = 1
  /// The first letters of that form.
  var prefix1: UInt64 = 1
  var prefix2: UInt64 = 1
  var prefix3: UInt64 = 1
  /// The last letters of that form.
  var suffix1: UInt64 = 1
  var suffix2: UInt64 = 1
  var suffix3: UInt64 = 1
  var suffix4: UInt64 = 1
  /// Capitals, small letters, digits and marks, runs of one kind cut to two.
  var shape: UInt64 = 1
  /// The clusters the form belongs to, of each clustering; rare forms have none.
  var fine: UInt64 = 1
  var coarse: UInt64 = 1
  /// What the letters are.
  var traits: Traits = []

  /// What the letters of a form are.
  package struct Traits: OptionSet {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Begins with a capital letter.
    static let capital = Traits(rawValue: 1)
    /// Has letters, and all of them are capitals.
    static let capitals = Traits(rawValue: 2)
    static let digit = Traits(rawValue: 4)
    static let letter = Traits(rawValue: 8)
  }

  /// Reads the form in `bytes` from `start` to `end`.
  ///
  /// Linear in the length; of forms longer than 60 bytes the first 60 count.
  init(_ bytes: Span<UInt8>, from start: Int, to end: Int, clusters: WordClusters) {
    var folded = FoldedForm()
    folded.read(bytes, from: start, to: end)
    let count = folded.count
    form = folded.hash(0, count)
    prefix1 = folded.hash(0, min(1, count))
    prefix2 = folded.hash(0, min(2, count))
    prefix3 = folded.hash(0, min(3, count))
    suffix1 = folded.hash(max(0, count - 1), count)
    suffix2 = folded.hash(max(0, count - 2), count)
    suffix3 = folded.hash(max(0, count - 3), count)
    suffix4 = folded.hash(max(0, count - 4), count)
    shape = folded.shape
    traits = folded.traits
    let cluster = clusters[form]
    fine = UInt64(cluster.fine) + 1
    coarse = UInt64(cluster.coarse) + 1
  }

  /// The features of what stands before and after a sentence.
  init(boundary number: UInt64) {
    form = number &* 0x5851_F42D_4C95_7F2D
    prefix1 = form
    prefix2 = form
    prefix3 = form
    suffix1 = form
    suffix2 = form
    suffix3 = form
    suffix4 = form
    shape = form
    fine = form
    coarse = form
  }

  /// The features of every form of a vocabulary, at the positions of their identifiers.
  static func table(of vocabulary: Vocabulary, clusters: WordClusters) -> [WordFeatures] {
    vocabulary.traits { WordFeatures($0, from: $1, to: $2, clusters: clusters) }
  }

  /// The hash of ``form`` of every form of a vocabulary.
  package static func formHashes(of vocabulary: Vocabulary) -> [UInt64] {
    vocabulary.traits { bytes, start, end in
      var folded = FoldedForm()
      folded.read(bytes, from: start, to: end)
      return folded.hash(0, folded.count)
    }
  }

  /// The hash of ``form`` for `text`.
  package static func formHash(of text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    var folded = FoldedForm()
    folded.read(bytes.span, from: 0, to: bytes.count)
    return folded.hash(0, folded.count)
  }
}

/// The letters of a form without case and accents.
struct FoldedForm {
  private var letters = InlineArray<64, UInt8>(repeating: 0)
  private(set) var count = 0
  private(set) var shape: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var traits: WordFeatures.Traits = []

  /// Reads the form in `bytes` from `start` to `end`.
  mutating func read(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    var index = start
    var last: UInt64 = 0
    var run = 0
    var hasSmall = false
    var hasCapital = false
    while index < end {
      let byte = bytes[index]
      var kind: UInt64
      switch byte {
      case 0x61...0x7A:
        append(byte)
        kind = 1
        index += 1
      case 0x41...0x5A:
        append(byte | 0x20)
        kind = 2
        index += 1
      case 0x30...0x39:
        append(0x30)
        kind = 3
        index += 1
      case 0..<0x80:
        append(byte)
        kind = 4 + UInt64(byte)
        index += 1
      default:
        let scalar = TextScalar(bytes, at: index)
        kind = read(scalar)
        for offset in 0..<scalar.length where kind > 300 { append(bytes[index + offset]) }
        index += scalar.length
      }
      if last == 0, kind == 2 { traits.insert(.capital) }
      switch kind {
      case 1: hasSmall = true
      case 2: hasCapital = true
      case 3: traits.insert(.digit)
      default: break
      }
      run = kind == last ? run + 1 : 1
      if run <= 2 { shape = (shape ^ kind) &* 0x100_0000_01B3 }
      last = kind
    }
    if hasSmall || hasCapital { traits.insert(.letter) }
    if hasCapital, !hasSmall { traits.insert(.capitals) }
  }

  /// Appends what a code point beyond ASCII is folded to; its kind, above 300 when it is kept.
  private mutating func read(_ scalar: TextScalar) -> UInt64 {
    switch scalar.value {
    case 0x2019, 0x2018:
      append(0x27)
      return 4 + 0x27
    case 0x201C, 0x201D, 0xAB, 0xBB:
      append(0x22)
      return 4 + 0x22
    case 0x2013, 0x2014:
      append(0x2D)
      return 4 + 0x2D
    case 0x2026:
      for _ in 0..<3 { append(0x2E) }
      return 4 + 0x2E
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      let isUpper = Unicode.Scalar(scalar.value)?.properties.isUppercase ?? false
      if let plain = Self.unaccented(scalar.value) {
        for byte in plain.utf8 { append(byte) }
        return isUpper ? 2 : 1
      }
      return isUpper ? 302 : 301
    default:
      return scalar.kind == .letter ? 303 : 304
    }
  }

  private mutating func append(_ byte: UInt8) {
    guard count < 60 else { return }
    letters[count] = byte
    count += 1
  }

  /// The hash of the letters from `start` to `end`.
  @inline(__always)
  func hash(_ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 &+ UInt64(end - start)
    for index in start..<end { hash = (hash ^ UInt64(letters[index])) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    return hash | 1
  }

  /// The letters that a Latin letter with a mark is folded to, small; `nil` for none.
  private static func unaccented(_ value: UInt32) -> String? {
    switch value {
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105, 0x1CD, 0x1CE, 0x1EA0...0x1EB7: "a"
    case 0xC6, 0xE6: "ae"
    case 0xC7, 0xE7, 0x106...0x10D: "c"
    case 0xD0, 0xF0, 0x10E...0x111: "d"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B, 0x18F, 0x1EB8...0x1EC7: "e"
    case 0x11C...0x123, 0x1E6, 0x1E7: "g"
    case 0x124...0x127, 0x1E24, 0x1E25: "h"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131, 0x1CF, 0x1D0, 0x1EC8...0x1ECB: "i"
    case 0x134, 0x135: "j"
    case 0x136...0x138: "k"
    case 0x139...0x142: "l"
    case 0xD1, 0xF1, 0x143...0x14B: "n"
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151, 0x1A0, 0x1A1, 0x1ECC...0x1EE3: "o"
    case 0x152, 0x153: "oe"
    case 0x154...0x159: "r"
    case 0x15A...0x161, 0x218, 0x219: "s"
    case 0xDF: "ss"
    case 0x162...0x167, 0x21A, 0x21B: "t"
    case 0xDE, 0xFE: "th"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173, 0x1AF, 0x1B0, 0x1EE4...0x1EF1: "u"
    case 0x174, 0x175: "w"
    case 0xDD, 0xFD, 0xFF, 0x176...0x178, 0x1EF2...0x1EF9: "y"
    case 0x179...0x17E: "z"
    default: nil
    }
  }
}
