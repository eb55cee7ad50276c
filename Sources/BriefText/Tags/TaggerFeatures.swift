/// What the tagger looks at to choose the tag of a token.
///
/// Those that look at the token alone are the same wherever its form stands, so their sum is worked
/// out once for each form.
package enum TaggerFeatures {
  /// How each template is put into words; `{n}` stands for the token n places on, `{t-1}` for the
  /// tag before.
  static let descriptions = [
    "whatever the word", "the word “{0}”", "its last letter", "its last two letters",
    "its last three letters", "its last four letters", "its first letter",
    "its first two letters", "its first three letters", "its capitals, digits and marks",
    "words used like “{0}”", "words used roughly like “{0}”", "its capitals and last letters",
    "the word before, “{-1}”", "the word after, “{1}”", "the word two before, “{-2}”",
    "the word two after, “{2}”", "words used like “{-1}” before", "words used like “{1}” after",
    "words used roughly like “{-1}” before", "words used roughly like “{1}” after",
    "words used roughly like “{-2}” two before", "words used roughly like “{2}” two after",
    "the ending of the word before, “{-1}”", "the ending of the word after, “{1}”",
    "the capitals of the word before, “{-1}”", "the capitals of the word after, “{1}”",
    "the tag before, {t-1}", "the two tags before, {t-2} {t-1}",
    "the tag before, {t-1}, with “{0}”", "the tag before, {t-1}, with words used like “{0}”",
    "the tag before, {t-1}, with the word’s ending",
    "the tag before, {t-1}, with words used roughly like “{1}” after",
    "“{-1} {0}”", "“{0} {1}”", "“{-1}” before and “{1}” after",
    "words used like “{-1} {0}”", "words used like “{0} {1}”",
    "words used like “{-1}” before and “{1}” after", "the tag before, {t-1}, with “{1}” after",
    "the two tags before, {t-2} {t-1}, with words used roughly like “{0}”",
    "its capitals and the tag before, {t-1}", "its ending with “{1}” after",
    "its ending with words used roughly like “{-1}” before and “{1}” after",
  ]

  /// The hashes of the features of the word at `place` of a sentence, after those in `hashes`.
  package static func collect(
    _ words: SentenceWords, _ place: Int, tag1: Int, tag2: Int, into hashes: inout [UInt64]
  ) {
    var sink = CollectingSink(hashes: hashes)
    hashes = []
    collect(words, place, tag1: tag1, tag2: tag2, into: &sink)
    hashes = sink.hashes
  }

  /// Adds all features of the word at `place` of a sentence.
  static func collect(
    _ words: SentenceWords, _ place: Int, tag1: Int, tag2: Int, into sink: inout CollectingSink
  ) {
    words.ids.withUnsafeBufferPointer { ids in
      words.table.withUnsafeBufferPointer { table in
        guard let ids = ids.baseAddress, let table = table.baseAddress else { return }
        let position = place + SentenceWords.margin
        addForm(table[Int(ids[position])], to: &sink)
        addContext(
          table, ids, position, tag1: Tagger.part(of: tag1), tag2: Tagger.part(of: tag2), to: &sink)
      }
    }
  }

  /// Adds the features of the form alone.
  @inline(__always)
  static func addForm(_ word: WordFeatures, to sink: inout some FeatureSink) {
    sink.add(0, from: 1)
    sink.add(1, from: word.form)
    sink.add(2, from: word.suffix1)
    sink.add(3, from: word.suffix2)
    sink.add(4, from: word.suffix3)
    sink.add(5, from: word.suffix4)
    sink.add(6, from: word.prefix1)
    sink.add(7, from: word.prefix2)
    sink.add(8, from: word.prefix3)
    sink.add(9, from: word.shape)
    sink.add(10, from: word.fine)
    sink.add(11, from: word.coarse)
    sink.add(12, from: word.shape, word.suffix3)
  }

  /// Adds the features of what stands around the word at `place`, where `tag1` and `tag2` are the
  /// tags of the word before and of the one before that.
  ///
  /// - Parameter words: The words of the sentence with two of what bounds it on either side.
  @inline(__always)
  static func addContext(
    _ words: UnsafePointer<WordFeatures>, _ ids: UnsafePointer<Int32>, _ place: Int,
    tag1: UInt64, tag2: UInt64, to sink: inout some FeatureSink
  ) {
    @inline(__always) func word(_ offset: Int) -> UnsafePointer<WordFeatures> {
      words + Int(ids[place + offset])
    }
    let w0 = word(0)
    let b1 = word(-1)
    let b2 = word(-2)
    let a1 = word(1)
    let a2 = word(2)
    sink.add(13, from: b1.pointee.form)
    sink.add(14, from: a1.pointee.form)
    sink.add(15, from: b2.pointee.form)
    sink.add(16, from: a2.pointee.form)
    sink.add(17, from: b1.pointee.fine)
    sink.add(18, from: a1.pointee.fine)
    sink.add(19, from: b1.pointee.coarse)
    sink.add(20, from: a1.pointee.coarse)
    sink.add(21, from: b2.pointee.coarse)
    sink.add(22, from: a2.pointee.coarse)
    sink.add(23, from: b1.pointee.suffix3)
    sink.add(24, from: a1.pointee.suffix3)
    sink.add(25, from: b1.pointee.shape)
    sink.add(26, from: a1.pointee.shape)
    sink.add(27, from: tag1)
    sink.add(28, from: tag1, tag2)
    sink.add(29, from: tag1, w0.pointee.form)
    sink.add(30, from: tag1, w0.pointee.fine)
    sink.add(31, from: tag1, w0.pointee.suffix3)
    sink.add(32, from: tag1, a1.pointee.coarse)
    sink.add(33, from: b1.pointee.form, w0.pointee.form)
    sink.add(34, from: w0.pointee.form, a1.pointee.form)
    sink.add(35, from: b1.pointee.form, a1.pointee.form)
    sink.add(36, from: b1.pointee.fine, w0.pointee.fine)
    sink.add(37, from: w0.pointee.fine, a1.pointee.fine)
    sink.add(38, from: b1.pointee.fine, a1.pointee.fine)
    sink.add(39, from: tag1, a1.pointee.form)
    sink.add(40, from: tag1, tag2, w0.pointee.coarse)
    sink.add(41, from: tag1, w0.pointee.shape)
    sink.add(42, from: w0.pointee.suffix3, a1.pointee.form)
    sink.add(43, from: w0.pointee.suffix2, b1.pointee.coarse, a1.pointee.coarse)
  }
}
