import BriefSource
import Testing

@testable import BriefText

/// Sums that are remembered for groups of features lead to the chains that adding every weight by
/// itself leads to.
@Suite struct CoreferenceRankerTests {
  private static let text = """
    The water minister, Leila Brandt, told reporters in Oslo on Friday that the dam was safe. She \
    said her ministry had sent engineers to it twice. The engineers found no cracks, Brandt added, \
    and they will return in May. Mayor Per Holm, whose town lies below the dam, was not convinced: \
    he asked the ministry for its reports and said the minister had shown him none of them.
    """

  @Test func groupsChangeNothing() throws {
    let document = Document(Source(name: "t", text: Self.text))
    let mentions = try #require(document.mentionDrafts)
    let section = try ModelArchive.embedded().section(CoreferenceRanker.section)
    let classifier = try LinearClassifier(section)
    func score(_ features: [UInt64]) -> Int {
      features.reduce(0) { sum, feature in
        sum + (classifier.weights(of: feature).first { $0.label == 0 }?.weight ?? 0)
      }
    }
    var state = CoreferenceState(mentions)
    var candidates: [Int] = []
    for index in mentions.indices {
      state.candidates(of: index, into: &candidates)
      var features: [UInt64] = []
      CoreferenceFeatures.collectNew(state, index, into: &features)
      var best = score(features)
      var antecedent: Int?
      var walk = CoreferenceFeatures.Walk()
      for candidate in candidates {
        features = []
        CoreferenceFeatures.collectPair(state, index, candidate, &walk, into: &features)
        let sum = score(features)
        if sum > best { (best, antecedent) = (sum, candidate) }
      }
      state.join(index, to: antecedent)
    }
    let expected = Coreference(mentions, entities: state.entities)
    #expect(!expected.chains.isEmpty)
    #expect(document.coreference?.chains == expected.chains)
  }
}
