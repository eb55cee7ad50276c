/// What a parser looks at to choose a transition, after Zhang and Nivre, "Transition-based
/// dependency parsing with rich non-local features", ACL 2011, with clusters, with the punctuation
/// between words, and with what another parser has found.
///
/// s0, s1 and s2 are the top of the stack and the words below it, b0, b1 and b2 the next words.
package enum ParserFeatures {
  /// A word as the features see it.
  package struct Word: Sendable {
    var form: UInt64
    var tag: UInt64
    var fine: UInt64
    var coarse: UInt64
    var suffix: UInt64
    /// What stands between the word before and this one.
    var gap = Gap()
    /// How many marks of punctuation stand before the word in its sentence.
    var marksBefore: Int32 = 0
  }

  /// The punctuation between two words.
  package struct Gap: Sendable {
    private(set) var forms: UInt64 = 1
    private(set) var tags: UInt64 = 1

    /// Adds a mark.
    mutating func add(_ form: UInt64, tag: UInt64) {
      forms = FeatureHash.join(forms, form)
      tags = FeatureHash.join(tags, tag)
    }
  }

  /// What another parser has found for a word.
  package struct Hint: Sendable {
    /// The place of the head; -2 for none.
    var head: Int32 = -2
    var relation: UInt64 = 0
    /// The places of the first and the last word that depend on it; -1 for none.
    var first: Int32 = -1
    var last: Int32 = -1
  }

  /// Where a word is missing.
  static let missing = Word(form: 11, tag: 12, fine: 14, coarse: 15, suffix: 16)
  /// The root.
  static let root = Word(form: 21, tag: 22, fine: 24, coarse: 25, suffix: 26)

  /// How each template is put into words; `{s0}` stands for a word, `{s0t}` for its tag.
  static let descriptions = [
    "whatever the words", "“{s0}”", "{s0t} on the stack", "words used like “{s0}”", "“{s1}” below",
    "{s1t} below", "words used like “{s1}” below", "{s2t} two below", "“{s2}” two below",
    "“{b0}” next", "{b0t} next", "words used like “{b0}” next", "“{b1}” after next",
    "{b1t} after next", "{b2t} two after next", "“{b2}” two after next", "“{s0}” and {b0t}",
    "{s0t} and “{b0}”", "{b0t} and {b1t} next", "“{b0}” and {b1t} next", "{b0t} and “{b1}” next",
    "“{s1}” and “{s0}”", "“{s1}” and {b0t}", "{s1t} and “{b0}”", "{b0t} {b1t} {b2t}",
    "{s0t}, then {b0t} {b1t}", "{s1t} {s0t}, then {b0t}", "{s2t} {s1t} {s0t}",
    "{s0t} with its first dependent, {b0t}", "{s0t} with its last dependent, {b0t}",
    "{s0t}, {b0t} with its first dependent", "{s1t} with its last dependent, {s0t}",
    "the distance from {s0t}", "the distance from {s0t} to {b0t}",
    "the distance from {s1t} to {s0t}", "the dependents after {s0t}", "the dependents before {s0t}",
    "the dependents before {b0t}", "the dependents after {s1t}", "the first dependent of “{s0}”",
    "the relation of the first dependent of {s0t}", "the last dependent of “{s0}”",
    "the relation of the last dependent of {s0t}", "the first dependent of “{b0}”",
    "the relation of the first dependent of {b0t}", "the last dependent of “{s1}”",
    "the relation of the last dependent of {s1t}", "the relations before {s0t}",
    "the relations after {s0t}", "the relations before {b0t}", "the relations after {s1t}",
    "words used like “{s0}”, with {b0t}", "{s0t}, words used like “{b0}”",
    "words used like “{s1}”, with {s0t}", "{s1t}, words used like “{s0}”",
    "the first dependent of {s0t}", "“{s1}” and the first dependent of “{s0}”",
    "{s1t} and the first dependent of {s0t}", "the first dependent of {b0t}",
    "{s0t} and the first dependent of {b0t}",
    "words used like “{s1}” and the first dependent of “{s0}”", "{s2t} {s1t}, then {b0t}",
    "words used roughly like “{s0}” and “{b0}”", "words used roughly like “{s1}” and “{s0}”",
    "the ending of “{s0}”", "the ending of “{b0}”", "{s0t} with the relations before it, {b0t}",
    "{s1t}, {s0t} with the relations before it", "{s1t} with the relations after it, {b0t}",
    "{s1t}, {s0t} with the relations after it", "the last dependent of {s1t}, with {s0t}",
    "the first dependent of {s1t}, with {s0t}", "the three tags after {b0t}",
    "the punctuation before “{b0}”", "{s0t}, punctuation, {b0t}", "{s1t}, punctuation, {s0t}",
    "{b0t}, punctuation, {b1t}", "{s0t} between punctuation",
    "“{s0}” and the punctuation before “{b0}”", "“{b0}” after punctuation",
    "“{s0}” after punctuation", "how much punctuation is between {s0t} and {b0t}",
    "how much punctuation is between {s1t} and {s0t}", "the punctuation around “{s0}” and “{b0}”",
    "the punctuation around “{s1}” and {s0t}", "what the other parser says of “{s0}”",
    "where the other parser sees the heads of “{s0}” and “{b0}”",
    "where the other parser sees the heads of “{s0}” and “{b0}”, with the relation of “{s0}”",
    "{s0t} and {b0t}, with where the other parser sees the head of “{s0}”",
    "the relations the other parser gives “{s0}” and “{b0}”",
    "the relations the other parser gives “{s1}” and “{s0}”",
    "“{s0}”, with where the other parser sees the heads of it and “{b0}”",
  ]

  /// The hashes of the features of a state, after those in `hashes`.
  package static func collect(
    _ state: ParserState, _ input: ParserInput, into hashes: inout [UInt64]
  ) {
    var sink = CollectingSink(hashes: hashes)
    hashes = []
    collect(state, input, into: &sink)
    hashes = sink.hashes
  }

  /// Adds the features of a state.
  static func collect(
    _ state: ParserState, _ input: ParserInput, into sink: inout CollectingSink
  ) {
    add(state, input, to: &sink)
  }

  /// Adds the features of a state.
  @inline(__always)
  static func add(
    _ state: ParserState, _ input: ParserInput, to sink: inout some FeatureSink
  ) {
    input.words.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { add(state, base, input.hints, to: &sink) }
    }
  }

  @inline(__always)
  private static func add(
    _ state: ParserState, _ words: UnsafePointer<Word>, _ hints: [Hint],
    to sink: inout some FeatureSink
  ) {
    // The words, then the root, then what is missing.
    let none = Int32(state.count + 1)
    @inline(__always) func place(_ word: Int32) -> Int { Int(word < 0 ? none : word) }
    @inline(__always) func buffer(_ offset: Int32) -> Int {
      let word = state.next + offset
      return Int(word > state.count ? none : word)
    }
    let i0 = place(state.top(0))
    let i1 = place(state.top(1))
    let i2 = place(state.top(2))
    let j0 = buffer(0)
    let s0 = words[i0]
    let s1 = words[i1]
    let s2 = words[i2]
    let b0 = words[j0]
    let b1 = words[buffer(1)]
    let b2 = words[buffer(2)]
    let b3 = words[buffer(3)]
    let empty = ParserState.Children()
    let c0 = i0 < none ? state.children[i0] : empty
    let c1 = i1 < none ? state.children[i1] : empty
    let d0 = j0 < none ? state.children[j0] : empty
    let s0l = words[place(c0.left)]
    let s0r = words[place(c0.right)]
    let s1l = words[place(c1.left)]
    let s1r = words[place(c1.right)]
    let b0l = words[place(d0.left)]
    @inline(__always) func relation(_ word: Int32) -> UInt64 {
      word < 0 ? 255 : UInt64(state.relations[Int(word)])
    }
    let reach = UInt64(min(5, i0 < none && j0 < none ? j0 - i0 : 0))
    let lower = UInt64(min(5, i1 < none ? i0 - i1 : 0))
    let marks = UInt64(min(3, i0 < none && j0 < none ? b0.marksBefore - s0.marksBefore : 4))
    let lowerMarks = UInt64(min(3, i1 < none ? s0.marksBefore - s1.marksBefore : 4))
    sink.add(0, from: 1)
    sink.add(1, from: s0.form)
    sink.add(2, from: s0.tag)
    sink.add(3, from: s0.fine)
    sink.add(4, from: s1.form)
    sink.add(5, from: s1.tag)
    sink.add(6, from: s1.fine)
    sink.add(7, from: s2.tag)
    sink.add(8, from: s2.form)
    sink.add(9, from: b0.form)
    sink.add(10, from: b0.tag)
    sink.add(11, from: b0.fine)
    sink.add(12, from: b1.form)
    sink.add(13, from: b1.tag)
    sink.add(14, from: b2.tag)
    sink.add(15, from: b2.form)
    sink.add(16, from: s0.form, b0.tag)
    sink.add(17, from: s0.tag, b0.form)
    sink.add(18, from: b0.tag, b1.tag)
    sink.add(19, from: b0.form, b1.tag)
    sink.add(20, from: b0.tag, b1.form)
    sink.add(21, from: s1.form, s0.form)
    sink.add(22, from: s1.form, b0.tag)
    sink.add(23, from: s1.tag, b0.form)
    sink.add(24, from: b0.tag, b1.tag, b2.tag)
    sink.add(25, from: s0.tag, b0.tag, b1.tag)
    sink.add(26, from: s1.tag, s0.tag, b0.tag)
    sink.add(27, from: s2.tag, s1.tag, s0.tag)
    sink.add(28, from: s0.tag, s0l.tag, b0.tag)
    sink.add(29, from: s0.tag, s0r.tag, b0.tag)
    sink.add(30, from: s0.tag, b0.tag, b0l.tag)
    sink.add(31, from: s1.tag, s1r.tag, s0.tag)
    sink.add(32, from: s0.tag, reach)
    sink.add(33, from: s0.tag, b0.tag, reach)
    sink.add(34, from: s1.tag, s0.tag, lower)
    sink.add(35, from: s0.tag, UInt64(min(4, c0.rightCount)))
    sink.add(36, from: s0.tag, UInt64(min(4, c0.leftCount)))
    sink.add(37, from: b0.tag, UInt64(min(4, d0.leftCount)))
    sink.add(38, from: s1.tag, UInt64(min(4, c1.rightCount)))
    sink.add(39, from: s0l.form, s0.form)
    sink.add(40, from: relation(c0.left), s0.tag)
    sink.add(41, from: s0r.form, s0.form)
    sink.add(42, from: relation(c0.right), s0.tag)
    sink.add(43, from: b0l.form, b0.form)
    sink.add(44, from: relation(d0.left), b0.tag)
    sink.add(45, from: s1r.form, s1.form)
    sink.add(46, from: relation(c1.right), s1.tag)
    sink.add(47, from: s0.tag, c0.leftRelations)
    sink.add(48, from: s0.tag, c0.rightRelations)
    sink.add(49, from: b0.tag, d0.leftRelations)
    sink.add(50, from: s1.tag, c1.rightRelations)
    sink.add(51, from: s0.fine, b0.tag)
    sink.add(52, from: s0.tag, b0.fine)
    sink.add(53, from: s1.fine, s0.tag)
    sink.add(54, from: s1.tag, s0.fine)
    sink.add(55, from: s0l.form, s0.tag)
    sink.add(56, from: s1.form, s0l.form)
    sink.add(57, from: s1.tag, s0l.form, s0.tag)
    sink.add(58, from: b0l.form, b0.tag)
    sink.add(59, from: s0.tag, b0l.form, b0.tag)
    sink.add(60, from: s1.fine, s0l.form)
    sink.add(61, from: s2.tag, s1.tag, b0.tag)
    sink.add(62, from: s0.coarse, b0.coarse)
    sink.add(63, from: s1.coarse, s0.coarse)
    sink.add(64, from: s0.suffix)
    sink.add(65, from: b0.suffix)
    sink.add(66, from: s0.tag, b0.tag, c0.leftRelations)
    sink.add(67, from: s1.tag, s0.tag, c0.leftRelations)
    sink.add(68, from: s1.tag, c1.rightRelations, b0.tag)
    sink.add(69, from: s1.tag, s0.tag, c0.rightRelations)
    sink.add(70, from: s1r.form, s1.tag, s0.tag)
    sink.add(71, from: s1.tag, s1l.form, s0.tag)
    sink.add(72, from: b1.tag, b2.tag, b3.tag)
    sink.add(73, from: b0.gap.forms)
    sink.add(74, from: b0.gap.forms, s0.tag, b0.tag)
    sink.add(75, from: s0.gap.forms, s1.tag, s0.tag)
    sink.add(76, from: b1.gap.forms, b0.tag, b1.tag)
    sink.add(77, from: s0.gap.forms, b0.gap.forms, s0.tag)
    sink.add(78, from: b0.gap.tags, s0.form)
    sink.add(79, from: b0.gap.tags, b0.form)
    sink.add(80, from: s0.gap.tags, s0.form)
    sink.add(81, from: marks, s0.tag, b0.tag)
    sink.add(82, from: lowerMarks, s1.tag, s0.tag)
    sink.add(83, from: s0.gap.tags, b0.gap.tags, b1.gap.tags)
    sink.add(84, from: s1.gap.tags, s0.gap.tags, s0.tag)
    if hints.isEmpty { return }

    let s0h = hints[i0]
    let s1h = hints[i1]
    let b0h = hints[j0]
    let p0 = Int32(i0 < none ? i0 : -5)
    let p1 = Int32(i1 < none ? i1 : -6)
    let q0 = Int32(j0 < none ? j0 : -7)
    /// Where the hinted head of a word is, seen from the state.
    @inline(__always) func side(_ hint: Hint, _ place: Int32) -> UInt64 {
      if place < 0 { return 9 }
      if hint.head == p0 { return 1 }
      if hint.head == p1 { return 2 }
      if hint.head == q0 { return 3 }
      if hint.head > q0 { return 4 }
      if hint.head < p1 { return 5 }
      return hint.head < p0 ? 6 : 7
    }
    let h0 = side(s0h, p0)
    let h1 = side(s1h, p1)
    let k0 = side(b0h, q0)
    // Which of the words are to get dependents yet.
    var more: UInt64 = s0h.last >= q0 ? 1 : 0
    if s1h.last >= q0 { more |= 2 }
    if b0h.first >= 0, b0h.first < p0 { more |= 4 }
    if b0h.first == p0 { more |= 8 }
    if b0h.last > q0 { more |= 16 }
    sink.add(85, from: h0, s0h.relation)
    sink.add(86, from: h0, k0, more)
    sink.add(87, from: h0 &* 16 &+ k0, s0h.relation, more)
    sink.add(88, from: h0 &* 16 &+ more &* 256, s0.tag, b0.tag)
    sink.add(89, from: h0 &* 16 &+ k0 &+ more &* 256, s0h.relation, b0h.relation)
    sink.add(90, from: h0 &* 16 &+ h1, s0h.relation, s1h.relation)
    sink.add(91, from: h0 &* 16 &+ k0, s0.form)
  }
}
