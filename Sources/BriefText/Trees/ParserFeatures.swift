/// What the parser looks at to choose a transition, after Zhang and Nivre, "Transition-based
/// dependency parsing with rich non-local features", ACL 2011, with clusters.
///
/// s0, s1 and s2 are the top of the stack and the words below it, b0, b1 and b2 the next words.
package enum ParserFeatures {
  /// A word as the features see it.
  package struct Word {
    var form: UInt64
    var tag: UInt64
    var pair: UInt64
    var fine: UInt64
    var coarse: UInt64
    var suffix: UInt64
    /// The relation and side of the head, as guessed.
    var guess: UInt64
  }

  /// Where a word is missing.
  static let missing = Word(
    form: 11, tag: 12, pair: 13, fine: 14, coarse: 15, suffix: 16, guess: 17)
  /// The root.
  static let root = Word(form: 21, tag: 22, pair: 23, fine: 24, coarse: 25, suffix: 26, guess: 27)

  /// How each template is put into words; `{s0}` stands for a word, `{s0t}` for its tag.
  static let descriptions = [
    "whatever the words", "“{s0}”", "{s0t} on the stack", "“{s0}” as {s0t}",
    "words used like “{s0}”",
    "“{s1}” below", "{s1t} below", "“{s1}” as {s1t} below", "words used like “{s1}” below",
    "{s2t} two below", "“{s2}” two below", "“{b0}” next", "{b0t} next", "“{b0}” as {b0t} next",
    "words used like “{b0}” next", "“{b1}” after next", "{b1t} after next",
    "“{b1}” as {b1t} after next", "{b2t} two after next", "“{b2}” two after next",
    "“{s0}” and “{b0}”", "“{s0}” as {s0t} and {b0t}", "{s0t} and “{b0}” as {b0t}",
    "{s0t} and {b0t}", "words used like “{s0}” and “{b0}”", "“{s0}” and {b0t}",
    "{s0t} and “{b0}”", "{b0t} and {b1t} next", "“{b0}” and {b1t} next", "{b0t} and “{b1}” next",
    "“{s1}” and “{s0}”", "{s1t} and {s0t}", "“{s1}” as {s1t} and {s0t}",
    "{s1t} and “{s0}” as {s0t}", "words used like “{s1}” and “{s0}”", "{s1t} and {b0t}",
    "“{s1}” and {b0t}", "{s1t} and “{b0}”", "{b0t} {b1t} {b2t}", "{s0t}, then {b0t} {b1t}",
    "{s1t} {s0t}, then {b0t}", "{s2t} {s1t} {s0t}", "{s0t} with its first dependent, {b0t}",
    "{s0t} with its last dependent, {b0t}", "{s0t}, {b0t} with its first dependent",
    "{s1t} with its last dependent, {s0t}", "{s1t}, {s0t} with its first dependent",
    "{s1t}, {s0t} with its last dependent", "“{s0}”, then {b0t} {b1t}", "{s1t} “{s0}”, then {b0t}",
    "{s0t}, “{b0}”, then {b1t}", "the distance from “{s0}”", "the distance from {s0t}",
    "the distance to “{b0}”", "the distance to {b0t}", "the distance from {s0t} to {b0t}",
    "the distance from {s1t} to {s0t}", "the dependents after “{s0}”",
    "the dependents after {s0t}", "the dependents before “{s0}”", "the dependents before {s0t}",
    "the dependents before “{b0}”", "the dependents before {b0t}", "the dependents after {s1t}",
    "the first dependent of “{s0}”", "the tag of the first dependent of {s0t}",
    "the relation of the first dependent of {s0t}", "the last dependent of “{s0}”",
    "the tag of the last dependent of {s0t}", "the relation of the last dependent of {s0t}",
    "the first dependent of “{b0}”", "the tag of the first dependent of {b0t}",
    "the relation of the first dependent of {b0t}", "the last dependent of “{s1}”",
    "the tag of the last dependent of {s1t}", "the relation of the last dependent of {s1t}",
    "the relations before {s0t}", "the relations after {s0t}", "the relations before {b0t}",
    "the relations after {s1t}", "the two last dependents of {s0t}",
    "the two first dependents of {b0t}", "words used like “{b0}” and “{b1}” next",
    "words used like “{s0}”, with {b0t}", "{s0t}, words used like “{b0}”",
    "words used like “{s1}”, with {s0t}", "{s1t}, words used like “{s0}”",
    "the relations after “{s0}”, with {b0t}", "the relations after {s1t}, with {s0t}",
    "{s0t}, {b0t} and “{b1}”",
    "“{s1}” and “{s0}”, with {b0t}", "the first dependent of {s0t}",
    "“{s1}” and the first dependent of “{s0}”", "{s1t} and the first dependent of {s0t}",
    "“{s1}”, “{s0}” and its first dependent", "the first dependent of {s0t}, with {b0t}",
    "the first dependent of {b0t}", "“{s0}” and the first dependent of {b0t}",
    "{s0t} and the first dependent of {b0t}",
    "words used like “{s1}” and the first dependent of “{s0}”", "{s2t} {s1t}, then {b0t}",
    "“{s1}”, “{s0}” and “{b0}”", "words used roughly like “{s0}” and “{b0}”",
    "words used roughly like “{s1}” and “{s0}”", "words used roughly like “{s1}”, “{s0}”, “{b0}”",
    "words used roughly like “{s0}”, “{b0}”, “{b1}”", "the ending of “{s0}”, with {b0t}",
    "{s0t}, with the ending of “{b0}”", "{s1t}, with the ending of “{s0}”",
    "the ending of “{s0}”", "the ending of “{b0}”", "“{s1}” and “{b0}”",
    "{s0t} with the relations before it, {b0t}", "{s1t}, {s0t} with the relations before it",
    "{s1t} with the relations after it, {b0t}", "{s1t}, {s0t} with the relations after it",
    "the last dependent of {s1t}, with {s0t}", "the last dependent of {s0t}, with {b0t}",
    "the first dependent of {s1t}, with {s0t}", "what “{s0}” looks like from around it",
    "what “{b0}” looks like from around it", "what “{s1}” and “{s0}” look like",
    "what “{s0}” and “{b0}” look like", "what “{s0}” looks like, with {b0t}",
    "what “{b0}” looks like, with {s0t}", "what “{s0}” looks like, with {s1t}",
    "“{s0}” and what it looks like", "what “{b0}” and “{b1}” look like",
    "what “{s0}”, “{b0}” and “{b1}” look like", "what “{s1}”, “{s0}” and “{b0}” look like",
    "what “{s0}” looks like, with {s1t} and {b0t}", "what “{s1}” and “{b0}” look like",
    "what “{b0}”, “{b1}” and “{b2}” look like", "the three tags after {b0t}",
    "what “{b1}” looks like, with {s0t}",
  ]

  /// The hashes of the features of a state, after those in `hashes`.
  package static func collect(
    _ state: ParserState, _ words: [Word], into hashes: inout [UInt64]
  ) {
    var sink = CollectingSink(hashes: hashes)
    hashes = []
    collect(state, words, into: &sink)
    hashes = sink.hashes
  }

  /// Adds the features of a state.
  static func collect(_ state: ParserState, _ words: [Word], into sink: inout CollectingSink) {
    words.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { add(state, base, to: &sink) }
    }
  }

  /// Adds the features of a state.
  @inline(__always)
  static func add(
    _ state: ParserState, _ words: UnsafePointer<Word>, to sink: inout some FeatureSink
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
    let s0r2 = words[place(c0.right2)]
    let s1r = words[place(c1.right)]
    let s1l = words[place(c1.left)]
    let b0l = words[place(d0.left)]
    let b0l2 = words[place(d0.left2)]
    @inline(__always) func relation(_ word: Int32) -> UInt64 {
      word < 0 ? 255 : UInt64(state.relations[Int(word)])
    }
    let reach = UInt64(min(5, i0 < none && j0 < none ? j0 - i0 : 0))
    let lower = UInt64(min(5, i1 < none ? i0 - i1 : 0))
    sink.add(0, from: 1)
    sink.add(1, from: s0.form)
    sink.add(2, from: s0.tag)
    sink.add(3, from: s0.pair)
    sink.add(4, from: s0.fine)
    sink.add(5, from: s1.form)
    sink.add(6, from: s1.tag)
    sink.add(7, from: s1.pair)
    sink.add(8, from: s1.fine)
    sink.add(9, from: s2.tag)
    sink.add(10, from: s2.form)
    sink.add(11, from: b0.form)
    sink.add(12, from: b0.tag)
    sink.add(13, from: b0.pair)
    sink.add(14, from: b0.fine)
    sink.add(15, from: b1.form)
    sink.add(16, from: b1.tag)
    sink.add(17, from: b1.pair)
    sink.add(18, from: b2.tag)
    sink.add(19, from: b2.form)
    sink.add(20, from: s0.form, b0.form)
    sink.add(21, from: s0.pair, b0.tag)
    sink.add(22, from: s0.tag, b0.pair)
    sink.add(23, from: s0.tag, b0.tag)
    sink.add(24, from: s0.fine, b0.fine)
    sink.add(25, from: s0.form, b0.tag)
    sink.add(26, from: s0.tag, b0.form)
    sink.add(27, from: b0.tag, b1.tag)
    sink.add(28, from: b0.form, b1.tag)
    sink.add(29, from: b0.tag, b1.form)
    sink.add(30, from: s1.form, s0.form)
    sink.add(31, from: s1.tag, s0.tag)
    sink.add(32, from: s1.pair, s0.tag)
    sink.add(33, from: s1.tag, s0.pair)
    sink.add(34, from: s1.fine, s0.fine)
    sink.add(35, from: s1.tag, b0.tag)
    sink.add(36, from: s1.form, b0.tag)
    sink.add(37, from: s1.tag, b0.form)
    sink.add(38, from: b0.tag, b1.tag, b2.tag)
    sink.add(39, from: s0.tag, b0.tag, b1.tag)
    sink.add(40, from: s1.tag, s0.tag, b0.tag)
    sink.add(41, from: s2.tag, s1.tag, s0.tag)
    sink.add(42, from: s0.tag, s0l.tag, b0.tag)
    sink.add(43, from: s0.tag, s0r.tag, b0.tag)
    sink.add(44, from: s0.tag, b0.tag, b0l.tag)
    sink.add(45, from: s1.tag, s1r.tag, s0.tag)
    sink.add(46, from: s1.tag, s0.tag, s0l.tag)
    sink.add(47, from: s1.tag, s0.tag, s0r.tag)
    sink.add(48, from: s0.form, b0.tag, b1.tag)
    sink.add(49, from: s1.tag, s0.form, b0.tag)
    sink.add(50, from: s0.tag, b0.form, b1.tag)
    sink.add(51, from: s0.form, reach)
    sink.add(52, from: s0.tag, reach)
    sink.add(53, from: b0.form, reach)
    sink.add(54, from: b0.tag, reach)
    sink.add(55, from: s0.tag, b0.tag, reach)
    sink.add(56, from: s1.tag, s0.tag, lower)
    sink.add(57, from: s0.form, UInt64(min(4, c0.rightCount)))
    sink.add(58, from: s0.tag, UInt64(min(4, c0.rightCount)))
    sink.add(59, from: s0.form, UInt64(min(4, c0.leftCount)))
    sink.add(60, from: s0.tag, UInt64(min(4, c0.leftCount)))
    sink.add(61, from: b0.form, UInt64(min(4, d0.leftCount)))
    sink.add(62, from: b0.tag, UInt64(min(4, d0.leftCount)))
    sink.add(63, from: s1.tag, UInt64(min(4, c1.rightCount)))
    sink.add(64, from: s0l.form, s0.form)
    sink.add(65, from: s0l.tag, s0.tag)
    sink.add(66, from: relation(c0.left), s0.tag)
    sink.add(67, from: s0r.form, s0.form)
    sink.add(68, from: s0r.tag, s0.tag)
    sink.add(69, from: relation(c0.right), s0.tag)
    sink.add(70, from: b0l.form, b0.form)
    sink.add(71, from: b0l.tag, b0.tag)
    sink.add(72, from: relation(d0.left), b0.tag)
    sink.add(73, from: s1r.form, s1.form)
    sink.add(74, from: s1r.tag, s1.tag)
    sink.add(75, from: relation(c1.right), s1.tag)
    sink.add(76, from: s0.tag, c0.leftRelations)
    sink.add(77, from: s0.tag, c0.rightRelations)
    sink.add(78, from: b0.tag, d0.leftRelations)
    sink.add(79, from: s1.tag, c1.rightRelations)
    sink.add(80, from: s0.tag, s0r.tag, s0r2.tag)
    sink.add(81, from: b0.tag, b0l.tag, b0l2.tag)
    sink.add(82, from: b0.fine, b1.fine)
    sink.add(83, from: s0.fine, b0.tag)
    sink.add(84, from: s0.tag, b0.fine)
    sink.add(85, from: s1.fine, s0.tag)
    sink.add(86, from: s1.tag, s0.fine)
    sink.add(87, from: s0.form, c0.rightRelations, b0.tag)
    sink.add(88, from: s1.tag, c1.rightRelations, s0.tag)
    sink.add(89, from: s0.tag, b0.tag, b1.form)
    sink.add(90, from: s1.form, s0.form, b0.tag)
    // A preposition depends on its noun, so what tells the noun's role is its first dependent.
    sink.add(91, from: s0l.form, s0.tag)
    sink.add(92, from: s1.form, s0l.form)
    sink.add(93, from: s1.tag, s0l.form, s0.tag)
    sink.add(94, from: s1.form, s0l.form, s0.form)
    sink.add(95, from: s0l.form, s0.tag, b0.tag)
    sink.add(96, from: b0l.form, b0.tag)
    sink.add(97, from: s0.form, b0l.form, b0.tag)
    sink.add(98, from: s0.tag, b0l.form, b0.tag)
    sink.add(99, from: s1.fine, s0l.form)
    sink.add(100, from: s2.tag, s1.tag, b0.tag)
    sink.add(101, from: s1.form, s0.form, b0.form)
    sink.add(102, from: s0.coarse, b0.coarse)
    sink.add(103, from: s1.coarse, s0.coarse)
    sink.add(104, from: s1.coarse, s0.coarse, b0.coarse)
    sink.add(105, from: s0.coarse, b0.coarse, b1.coarse)
    sink.add(106, from: s0.suffix, b0.tag)
    sink.add(107, from: s0.tag, b0.suffix)
    sink.add(108, from: s1.tag, s0.suffix)
    sink.add(109, from: s0.suffix)
    sink.add(110, from: b0.suffix)
    sink.add(111, from: s1.form, b0.form)
    sink.add(112, from: s0.tag, b0.tag, c0.leftRelations)
    sink.add(113, from: s1.tag, s0.tag, c0.leftRelations)
    sink.add(114, from: s1.tag, c1.rightRelations, b0.tag)
    sink.add(115, from: s1.tag, s0.tag, c0.rightRelations)
    sink.add(116, from: s1r.form, s1.tag, s0.tag)
    sink.add(117, from: s0r.form, s0.tag, b0.tag)
    sink.add(118, from: s1.tag, s1l.form, s0.tag)
    sink.add(119, from: s0.guess)
    sink.add(120, from: b0.guess)
    sink.add(121, from: s1.guess, s0.guess)
    sink.add(122, from: s0.guess, b0.guess)
    sink.add(123, from: s0.guess, b0.tag)
    sink.add(124, from: s0.tag, b0.guess)
    sink.add(125, from: s1.tag, s0.guess)
    sink.add(126, from: s0.form, s0.guess)
    sink.add(127, from: b0.guess, b1.guess)
    sink.add(128, from: s0.guess, b0.guess, b1.guess)
    sink.add(129, from: s1.guess, s0.guess, b0.guess)
    sink.add(130, from: s0.guess, s1.tag, b0.tag)
    sink.add(131, from: s1.guess, b0.guess)
    sink.add(132, from: b1.guess, b2.guess, b0.guess)
    sink.add(133, from: b1.tag, b2.tag, b3.tag)
    sink.add(134, from: s0.tag, b1.guess)
  }
}
