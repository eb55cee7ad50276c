/// What the features of a form alone add up to, worked out once for each of the forms that come
/// first in a text, which the frequent ones do.
///
/// Owned by one thread.
struct FormScores {
  private let width: Int
  private let capacity: Int
  private let sums: UnsafeMutablePointer<Int16>
  private let isKnown: UnsafeMutablePointer<Bool>

  /// Makes room for the forms of a text, of which there are `count`; some megabytes at most.
  init(_ classifier: LinearClassifier, count: Int) {
    width = classifier.scoreCount
    capacity = min(count, 4096)
    sums = .allocate(capacity: max(1, capacity * width))
    isKnown = .allocate(capacity: max(1, capacity))
    isKnown.initialize(repeating: false, count: max(1, capacity))
  }

  /// Gives the memory back.
  func close() {
    sums.deallocate()
    isKnown.deallocate()
  }

  /// Sets `scores` to those of a form, whose features `add` puts into the sink.
  @inline(__always)
  func begin(
    _ form: Int, _ scores: UnsafeMutablePointer<Int16>, _ sink: inout ScoringSink,
    add: (inout ScoringSink) -> Void
  ) {
    guard form < capacity else {
      scores.update(repeating: 0, count: width)
      add(&sink)
      return
    }
    let kept = sums + form * width
    if !isKnown[form] {
      kept.initialize(repeating: 0, count: width)
      add(&sink)
      sink.score(into: kept)
      isKnown[form] = true
    }
    scores.update(from: kept, count: width)
  }
}
