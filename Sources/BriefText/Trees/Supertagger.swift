/// Guesses each word's relation, and on which side its head is, before the parser looks: what it
/// sees three words ahead is beyond the parser's reach.
///
/// After Ouchi, Duh and Matsumoto, "Improving dependency parsers with supertags", EACL 2014.
package struct Supertagger: Sendable {
  package let classifier: LinearClassifier

  /// Opens the supertagger of a model.
  package init(_ archive: ModelArchive) throws(ModelArchive.Failure) {
    classifier = try LinearClassifier(try archive.section("supertagger"))
  }

  /// Guesses the supertags of a sentence of `sink.count` words into `supertags`.
  @inline(__always)
  func guess(
    _ words: SentenceWords, tags: [UInt8], scores: UnsafeMutablePointer<Int32>,
    _ sink: inout ScoringSink, into supertags: inout [UInt8]
  ) {
    supertags.removeAll(keepingCapacity: true)
    words.table.withUnsafeBufferPointer { table in
      words.ids.withUnsafeBufferPointer { ids in
        tags.withUnsafeBufferPointer { tags in
          guard let table = table.baseAddress, let ids = ids.baseAddress,
            let tagBase = tags.baseAddress
          else { return }
          var before = Tagger.part(of: -1)
          for place in 0..<tags.count {
            scores.update(repeating: 0, count: classifier.scoreCount)
            SupertagFeatures.add(
              table, ids, place, tags: tagBase, count: tags.count, before: before, to: &sink)
            sink.score(into: scores)
            var best = 0
            for label in 1..<classifier.classCount where scores[label] > scores[best] {
              best = label
            }
            supertags.append(UInt8(truncatingIfNeeded: best))
            before = Tagger.part(of: best)
          }
        }
      }
    }
  }
}
