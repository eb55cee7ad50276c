/// Weighs whether a word with what it would introduce is an attribution: a log-linear model over
/// hashed features.
package struct AttributionModel: Sendable {
  private let classifier: LinearClassifier

  /// The name of the section in a model.
  package static let section = "attribution"
  /// How many units of a weight make one step of the logarithm of odds.
  package static let unit = 32.0

  /// Opens the model of a section.
  package init(_ archive: ModelArchive) throws(ModelArchive.Failure) {
    classifier = try LinearClassifier(try archive.section(Self.section))
  }

  /// The logarithm of the odds that the features tell of, linear in their number.
  package func odds(_ features: [UInt64]) -> Double {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { scores in
      scores.initialize(repeating: 0)
      guard let base = scores.baseAddress else { return 0 }
      for feature in features { classifier.add(feature, to: base) }
      return Double(scores[0]) / Self.unit
    }
  }

  /// The feature of the template `template` with the value of up to two parts.
  package static func feature(_ template: Int, _ first: Int, _ second: Int = 0) -> UInt64 {
    FeatureHash.join(
      FeatureHash.mix(UInt64(template), UInt64(bitPattern: Int64(first))),
      UInt64(bitPattern: Int64(second)))
  }
}
