/// Takes the features of one decision, each with the number of its template.
///
/// The code that makes features is written once and specialised for each sink: to score them, to
/// collect them in training, to explain them.
protocol FeatureSink {
  mutating func add(_ template: Int, _ hash: UInt64)

  /// Adds the features that `body` adds, which are the same whenever `key` is.
  mutating func addGroup(_ key: UInt64, _ body: (inout Self) -> Void)
}

extension FeatureSink {
  @inline(__always)
  mutating func addGroup(_ key: UInt64, _ body: (inout Self) -> Void) { body(&self) }
}

/// Gathers the features of a decision and adds them to the scores of a classifier.
///
/// Owned by one thread.
struct ScoringSink: FeatureSink {
  private var features = LinearClassifier.Features()
  private let classifier: LinearClassifier

  init(_ classifier: LinearClassifier) { self.classifier = classifier }

  /// Gives the memory back.
  func close() { features.deallocate() }

  @inline(__always)
  mutating func add(_ template: Int, _ hash: UInt64) {
    features.hashes[features.count] = hash
    features.count &+= 1
  }

  /// Whether nothing was gathered.
  var isEmpty: Bool { features.count == 0 }

  /// Adds what was gathered to `scores`, and begins anew.
  @inline(__always)
  mutating func score(into scores: UnsafeMutablePointer<Int16>) {
    select()
    locate()
    add(to: scores)
  }

  /// The first step of ``score(into:)``, for those who have something to do before the next.
  @inline(__always)
  mutating func select() { classifier.select(&features) }

  /// The second step.
  @inline(__always)
  mutating func locate() { classifier.locate(&features) }

  /// The third step.
  @inline(__always)
  mutating func add(to scores: UnsafeMutablePointer<Int16>) {
    classifier.add(&features, to: scores)
  }
}

/// Collects features, in order.
struct CollectingSink: FeatureSink {
  var hashes: [UInt64] = []
  var templates: [Int] = []
  /// The template of each; kept where they are explained.
  var keepsTemplates = false

  init(hashes: [UInt64] = [], keepsTemplates: Bool = false) {
    self.hashes = hashes
    self.keepsTemplates = keepsTemplates
  }

  @inline(__always)
  mutating func add(_ template: Int, _ hash: UInt64) {
    hashes.append(hash)
    if keepsTemplates { templates.append(template) }
  }
}

extension FeatureSink {
  /// Adds a feature of one part.
  @inline(__always)
  mutating func add(_ template: Int, from part: UInt64) {
    add(template, FeatureHash.mix(UInt64(template), part))
  }

  /// Adds a feature of two parts.
  @inline(__always)
  mutating func add(_ template: Int, from first: UInt64, _ second: UInt64) {
    add(template, FeatureHash.join(FeatureHash.mix(UInt64(template), first), second))
  }

  /// Adds a feature of three parts.
  @inline(__always)
  mutating func add(_ template: Int, from first: UInt64, _ second: UInt64, _ third: UInt64) {
    add(
      template,
      FeatureHash.join(FeatureHash.join(FeatureHash.mix(UInt64(template), first), second), third))
  }
}
