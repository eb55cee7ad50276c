/// What the recogniser of names looks at to label a token.
package enum NameFeatures {
  /// How each template is put into words; `{n}` stands for the token n places on, `{tn}` for its
  /// tag.
  static let descriptions = [
    "whatever the word", "the word “{0}”", "its capitals, digits and marks", "its first letter",
    "its first two letters", "its first three letters", "its last letter", "its last two letters",
    "its last three letters", "its last four letters", "words used like “{0}”",
    "words used roughly like “{0}”", "its capitals and last letters",
    "its capitals and words used roughly like it", "the word before, “{-1}”",
    "the word after, “{1}”", "the word two before, “{-2}”", "the word two after, “{2}”",
    "the capitals of “{-1}” before", "the capitals of “{1}” after",
    "the capitals of “{-1} {0} {1}”", "the capitals of “{-2} {-1} {0}”",
    "the capitals of “{0} {1} {2}”", "words used like “{-1}” before",
    "words used like “{1}” after", "words used roughly like “{-1}” before",
    "words used roughly like “{1}” after", "words used roughly like “{-2}” two before",
    "words used roughly like “{2}” two after", "“{-1} {0}”", "“{0} {1}”",
    "words used like “{-1} {0}”", "words used like “{0} {1}”", "the ending of “{-1}” before",
    "the ending of “{1}” after", "the tag {t0}", "the tag {t-1} before", "the tag {t1} after",
    "the tags {t-1} {t0}", "the tags {t0} {t1}", "the tags {t-1} {t0} {t1}",
    "the tag {t0} and its capitals", "the lists it stands in", "its lists and capitals",
    "its lists and those of “{1}” after", "its lists and those of “{-1}” before",
    "the lists of “{-1}” before", "the lists of “{1}” after", "one list it stands in",
    "it begins the sentence", "it begins the sentence, “{0}”",
    "“{-1}” before and its capitals", "“{1}” after and its capitals",
    "“{-2} {-1}” before", "“{1} {2}” after", "its lists and the tag {t0}",
    "a sentence of capitals, “{0}”", "“{-1}” before, words used roughly like “{0}”",
    "“{1}” after, words used roughly like “{0}”", "the lists and tags around it",
    "one list with “{-1}” before", "one list with “{1}” after",
  ]

  /// Adds the features of the form alone.
  @inline(__always)
  static func addForm(_ word: WordFeatures, to sink: inout some FeatureSink) {
    sink.add(0, from: 1)
    sink.add(1, from: word.form)
    sink.add(2, from: word.shape)
    sink.add(3, from: word.prefix1)
    sink.add(4, from: word.prefix2)
    sink.add(5, from: word.prefix3)
    sink.add(6, from: word.suffix1)
    sink.add(7, from: word.suffix2)
    sink.add(8, from: word.suffix3)
    sink.add(9, from: word.suffix4)
    sink.add(10, from: word.fine)
    sink.add(11, from: word.coarse)
    sink.add(12, from: word.shape, word.suffix3)
    sink.add(13, from: word.shape, word.coarse)
  }

  /// A sentence as the features see it.
  struct Sentence {
    let table: UnsafePointer<WordFeatures>
    let ids: UnsafePointer<Int32>
    /// The tags of its tokens, and what each token is by the lists.
    let tags: UnsafePointer<UInt8>
    let marks: UnsafePointer<UInt64>
    let count: Int
    /// Whether most of its letters are capitals.
    let isShouted: Bool
  }

  /// Adds the features of what stands around the token at `place` of a sentence.
  @inline(__always)
  static func addContext(
    _ sentence: Sentence, _ place: Int, to sink: inout some FeatureSink
  ) {
    let at = place + SentenceWords.margin
    @inline(__always) func word(_ offset: Int) -> UnsafePointer<WordFeatures> {
      sentence.table + Int(sentence.ids[at + offset])
    }
    @inline(__always) func tag(_ offset: Int) -> UInt64 {
      let index = place + offset
      return index < 0 || index >= sentence.count ? 997 : UInt64(sentence.tags[index])
    }
    @inline(__always) func mark(_ offset: Int) -> UInt64 {
      let index = place + offset
      return index < 0 || index >= sentence.count ? 1 << 60 : sentence.marks[index]
    }
    let w0 = word(0)
    let b1 = word(-1)
    let b2 = word(-2)
    let a1 = word(1)
    let a2 = word(2)
    let t0 = tag(0)
    let tb = tag(-1)
    let ta = tag(1)
    let m0 = mark(0)
    let mb = mark(-1)
    let ma = mark(1)
    sink.add(14, from: b1.pointee.form)
    sink.add(15, from: a1.pointee.form)
    sink.add(16, from: b2.pointee.form)
    sink.add(17, from: a2.pointee.form)
    sink.add(18, from: b1.pointee.shape)
    sink.add(19, from: a1.pointee.shape)
    sink.add(20, from: b1.pointee.shape, w0.pointee.shape, a1.pointee.shape)
    sink.add(21, from: b2.pointee.shape, b1.pointee.shape, w0.pointee.shape)
    sink.add(22, from: w0.pointee.shape, a1.pointee.shape, a2.pointee.shape)
    sink.add(23, from: b1.pointee.fine)
    sink.add(24, from: a1.pointee.fine)
    sink.add(25, from: b1.pointee.coarse)
    sink.add(26, from: a1.pointee.coarse)
    sink.add(27, from: b2.pointee.coarse)
    sink.add(28, from: a2.pointee.coarse)
    sink.add(29, from: b1.pointee.form, w0.pointee.form)
    sink.add(30, from: w0.pointee.form, a1.pointee.form)
    sink.add(31, from: b1.pointee.fine, w0.pointee.fine)
    sink.add(32, from: w0.pointee.fine, a1.pointee.fine)
    sink.add(33, from: b1.pointee.suffix3)
    sink.add(34, from: a1.pointee.suffix3)
    sink.add(35, from: t0)
    sink.add(36, from: tb)
    sink.add(37, from: ta)
    sink.add(38, from: tb, t0)
    sink.add(39, from: t0, ta)
    sink.add(40, from: tb, t0, ta)
    sink.add(41, from: t0, w0.pointee.shape)
    sink.add(42, from: m0)
    sink.add(43, from: m0, w0.pointee.shape)
    sink.add(44, from: m0, ma)
    sink.add(45, from: mb, m0)
    sink.add(46, from: mb)
    sink.add(47, from: ma)
    var bits = m0
    while bits != 0 {
      let bit = UInt64(bits.trailingZeroBitCount)
      bits &= bits - 1
      sink.add(48, from: bit)
      sink.add(60, from: bit, b1.pointee.form)
      sink.add(61, from: bit, a1.pointee.form)
    }
    if place == 0 {
      sink.add(49, from: w0.pointee.shape)
      sink.add(50, from: w0.pointee.form)
    }
    sink.add(51, from: b1.pointee.form, w0.pointee.shape)
    sink.add(52, from: a1.pointee.form, w0.pointee.shape)
    sink.add(53, from: b2.pointee.form, b1.pointee.form)
    sink.add(54, from: a1.pointee.form, a2.pointee.form)
    sink.add(55, from: m0, t0)
    if sentence.isShouted { sink.add(56, from: w0.pointee.form) }
    sink.add(57, from: b1.pointee.form, w0.pointee.coarse)
    sink.add(58, from: a1.pointee.form, w0.pointee.coarse)
    sink.add(59, from: m0, tb, ta)
  }

  /// The hash of the feature "the label before is this one"; one more than the last stands for the
  /// beginning of a sentence.
  package static func transition(_ label: Int) -> UInt64 {
    FeatureHash.mix(200, UInt64(label) &+ 1)
  }

  /// The hashes of the features of every token of a sentence.
  ///
  /// - Parameter dropsLists: Whether the token is seen as if no list held it.
  package static func collect(
    _ words: SentenceWords, tags: [UInt8], lists: NameLists, dropsLists: Bool
  ) -> [[UInt64]] {
    var marks: [UInt64] = []
    lists.marks(words.ids, table: words.table, into: &marks)
    if dropsLists { for index in marks.indices { marks[index] = 0 } }
    var rows: [[UInt64]] = []
    withSentence(words, tags, marks) { sentence in
      for place in 0..<sentence.count {
        var sink = CollectingSink()
        addForm(sentence.table[Int(sentence.ids[place + SentenceWords.margin])], to: &sink)
        addContext(sentence, place, to: &sink)
        rows.append(sink.hashes)
      }
    }
    return rows
  }

  /// The features of one token of a sentence, with their templates.
  static func collect(
    _ words: SentenceWords, tags: [UInt8], lists: NameLists, at place: Int
  ) -> CollectingSink? {
    var marks: [UInt64] = []
    lists.marks(words.ids, table: words.table, into: &marks)
    guard marks.indices.contains(place) else { return nil }
    var sink = CollectingSink(keepsTemplates: true)
    withSentence(words, tags, marks) { sentence in
      addForm(sentence.table[Int(sentence.ids[place + SentenceWords.margin])], to: &sink)
      addContext(sentence, place, to: &sink)
    }
    return sink
  }

  /// Runs `body` with the sentence that `words` holds.
  @inline(__always)
  static func withSentence(
    _ words: SentenceWords, _ tags: [UInt8], _ marks: [UInt64], _ body: (Sentence) -> Void
  ) {
    let count = words.ids.count - 2 * SentenceWords.margin
    words.table.withUnsafeBufferPointer { table in
      words.ids.withUnsafeBufferPointer { ids in
        tags.withUnsafeBufferPointer { tags in
          marks.withUnsafeBufferPointer { marks in
            guard count > 0, let table = table.baseAddress, let ids = ids.baseAddress,
              let tags = tags.baseAddress, let marks = marks.baseAddress
            else { return }
            var letters = 0
            var capitals = 0
            for place in 0..<count {
              let traits = table[Int(ids[place + SentenceWords.margin])].traits
              if traits.contains(.letter) { letters += 1 }
              if traits.contains(.capitals) { capitals += 1 }
            }
            body(
              Sentence(
                table: table, ids: ids, tags: tags, marks: marks, count: count,
                isShouted: letters > 3 && capitals * 10 > letters * 8))
          }
        }
      }
    }
  }
}
