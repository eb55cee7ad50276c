/// What the supertagger looks at: the word, its neighbours, and the tags three words either way.
package enum SupertagFeatures {
  /// Adds the features of the token at `place` of a sentence, where `before` is the supertag given
  /// to the word before.
  @inline(__always)
  static func add(
    _ table: UnsafePointer<WordFeatures>, _ ids: UnsafePointer<Int32>, _ place: Int,
    tags: UnsafePointer<UInt8>, count: Int, before: UInt64, to sink: inout some FeatureSink
  ) {
    let at = place + SentenceWords.margin
    @inline(__always) func word(_ offset: Int) -> UnsafePointer<WordFeatures> {
      table + Int(ids[at + offset])
    }
    @inline(__always) func tag(_ offset: Int) -> UInt64 {
      let index = place + offset
      return index < 0 ? 301 : index >= count ? 302 : UInt64(tags[index])
    }
    let w0 = word(0)
    let b1 = word(-1)
    let b2 = word(-2)
    let a1 = word(1)
    let a2 = word(2)
    let t0 = tag(0)
    let tb1 = tag(-1)
    let tb2 = tag(-2)
    let tb3 = tag(-3)
    let ta1 = tag(1)
    let ta2 = tag(2)
    let ta3 = tag(3)
    sink.add(300, from: t0)
    sink.add(301, from: w0.pointee.form, t0)
    sink.add(302, from: w0.pointee.suffix3, t0)
    sink.add(303, from: w0.pointee.fine, t0)
    sink.add(304, from: b1.pointee.form, t0)
    sink.add(305, from: a1.pointee.form, t0)
    sink.add(306, from: b2.pointee.form, t0)
    sink.add(307, from: a2.pointee.form, t0)
    sink.add(308, from: tb1, t0)
    sink.add(309, from: t0, ta1)
    sink.add(310, from: tb2, tb1, t0)
    sink.add(311, from: tb1, t0, ta1)
    sink.add(312, from: t0, ta1, ta2)
    sink.add(313, from: FeatureHash.join(tb2, tb1), t0, ta1)
    sink.add(314, from: FeatureHash.join(tb1, t0), ta1, ta2)
    sink.add(315, from: FeatureHash.join(t0, ta1), ta2, ta3)
    sink.add(316, from: FeatureHash.join(tb3, tb2), tb1, t0)
    sink.add(317, from: w0.pointee.form, ta1)
    sink.add(318, from: w0.pointee.form, tb1)
    sink.add(319, from: w0.pointee.form, ta1, ta2)
    sink.add(320, from: w0.pointee.form, tb2, tb1)
    sink.add(321, from: w0.pointee.form, tb1, ta1)
    sink.add(322, from: b1.pointee.form, w0.pointee.form)
    sink.add(323, from: w0.pointee.form, a1.pointee.form)
    sink.add(324, from: b1.pointee.form, t0, ta1)
    sink.add(325, from: a1.pointee.form, t0, tb1)
    sink.add(326, from: b1.pointee.fine, w0.pointee.fine)
    sink.add(327, from: w0.pointee.fine, a1.pointee.fine)
    sink.add(328, from: b1.pointee.coarse, w0.pointee.coarse, a1.pointee.coarse)
    sink.add(329, from: before, t0)
    sink.add(330, from: before, t0, ta1)
    sink.add(331, from: before, w0.pointee.form)
    sink.add(332, from: b2.pointee.form, tb1, t0)
    sink.add(333, from: a2.pointee.form, ta1, t0)
    sink.add(334, from: tb3, t0)
    sink.add(335, from: t0, ta3)
  }

  /// The hashes of the features of the token at `place`, after those in `hashes`.
  package static func collect(
    _ words: SentenceWords, _ place: Int, tags: [UInt8], before: Int, into hashes: inout [UInt64]
  ) {
    var sink = CollectingSink(hashes: hashes)
    hashes = []
    words.table.withUnsafeBufferPointer { table in
      words.ids.withUnsafeBufferPointer { ids in
        tags.withUnsafeBufferPointer { tags in
          guard let table = table.baseAddress, let ids = ids.baseAddress,
            let tagBase = tags.baseAddress
          else { return }
          add(
            table, ids, place, tags: tagBase, count: tags.count, before: Tagger.part(of: before),
            to: &sink)
        }
      }
    }
    hashes = sink.hashes
  }
}
