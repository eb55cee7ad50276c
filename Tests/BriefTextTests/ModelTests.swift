import BriefTestSupport
import Testing

@testable import BriefText

/// The file of a model and the classifiers in it.
@Suite struct ModelTests {
  @Test func sectionsComeBackAsTheyWere() throws {
    let sections: [String: [UInt8]] = ["b": [1, 2, 3], "a": [], "long name of it": Array(0...255)]
    let archive = try ModelArchive(ModelArchive.bytes(of: sections))
    #expect(archive.sectionNames == ["a", "b", "long name of it"])
    for (name, bytes) in sections { #expect(try archive.sectionBytes(name) == bytes) }
    #expect(throws: ModelArchive.Failure.missing(section: "c")) { try archive.sectionBytes("c") }
  }

  @Test func whatIsNoModelIsRefused() {
    #expect(throws: ModelArchive.Failure.isNoModel) { try ModelArchive(Array("no model".utf8)) }
    #expect(throws: ModelArchive.Failure.isNoModel) { try ModelArchive([]) }
    var other = ModelArchive.bytes(of: [:])
    other[8] = 99
    #expect(
      throws: ModelArchive.Failure.wrongVersion(found: 99, expected: ModelArchive.version)
    ) { try ModelArchive(other) }
  }

  @Test func aDamagedModelIsRefusedAndNeverTraps() throws {
    let features: [(hash: UInt64, weights: [(label: Int, weight: Int8)])] = (1...200).map {
      (FeatureHash.mix(1, UInt64($0)), [(Int($0) % 5, Int8($0 % 100))])
    }
    let whole = ModelArchive.bytes(of: [
      "x": LinearClassifier.bytes(classCount: 5, features: features)
    ])
    var random = Random(seed: 7)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<4 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
      if random.below(3) == 0 { bytes.removeLast(random.below(bytes.count)) }
      guard let archive = try? ModelArchive(bytes), let section = try? archive.section("x"),
        let classifier = try? LinearClassifier(section)
      else { continue }
      for feature in features { #expect(classifier.weights(of: feature.hash).count <= 256) }
    }
  }

  /// Those of the program itself are not checked when they are opened, so they are here.
  @Test func theEmbeddedModelIsSound() throws {
    let archive = try ModelArchive.embedded()
    var sections: [String: [UInt8]] = [:]
    for name in archive.sectionNames { sections[name] = try archive.sectionBytes(name) }
    _ = try Engine(ModelArchive(ModelArchive.bytes(of: sections)))
  }

  @Test func eachFeatureHasItsOwnWeights() throws {
    var random = Random(seed: 3)
    var features: [(hash: UInt64, weights: [(label: Int, weight: Int8)])] = []
    // Few weights stand in a slot, some beside it, many in a row.
    for number in 0..<3000 {
      let weights = (0..<(1 + random.below(20))).map { label in
        (label: label * 3, weight: Int8(1 + random.below(120)))
      }
      features.append((FeatureHash.join(FeatureHash.mix(9, UInt64(number)), 5), weights))
    }
    let archive = try ModelArchive(
      ModelArchive.bytes(of: [
        "x": LinearClassifier.bytes(classCount: 60, features: features)
      ]))
    let classifier = try LinearClassifier(archive.section("x"))
    for feature in features {
      let found = classifier.weights(of: feature.hash)
      #expect(found.map(\.label) == feature.weights.map(\.label))
      #expect(found.map(\.weight) == feature.weights.map { Int($0.weight) })
    }
    // What training never saw weighs nothing.
    for number in 0..<3000 {
      #expect(classifier.weights(of: FeatureHash.mix(10, UInt64(number))).isEmpty)
    }
    // Many at once are the sum of each.
    let scores = UnsafeMutablePointer<Int16>.allocate(capacity: 256)
    scores.initialize(repeating: 0, count: 256)
    defer { scores.deallocate() }
    var sink = ScoringSink(classifier)
    defer { sink.close() }
    for feature in features.prefix(100) { sink.add(0, feature.hash) }
    sink.score(into: scores)
    for label in 0..<60 {
      let sum = features.prefix(100).reduce(0) { sum, feature in
        sum + feature.weights.filter { $0.label == label }.reduce(0) { $0 + Int($1.weight) }
      }
      #expect(Int(scores[label]) == sum)
    }
  }

  @Test(arguments: [
    ("Türkiye", "turkiye"), ("São", "sao"), ("Łódź", "lodz"), ("1998", "2024"), ("can’t", "can't"),
    ("DON", "don"), ("Straße", "strasse"),
  ])
  func formsAreFolded(_ left: String, _ right: String) {
    #expect(WordFeatures.formHash(of: left) == WordFeatures.formHash(of: right))
  }

  @Test func formsThatDifferStayApart() {
    let forms = ["a", "b", "ab", "ba", "talk", "talks", "0", "00", "-", "東京", "東"]
    #expect(Set(forms.map { WordFeatures.formHash(of: $0) }).count == forms.count)
  }
}
