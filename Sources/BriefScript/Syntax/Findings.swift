import BriefSource

/// The mistakes found so far in one source.
struct Findings {
  let source: Source
  private(set) var all: [Diagnostic] = []
  /// Where mistakes of form were reported, so that one is not reported twice.
  private var places: Set<Int> = []

  init(_ source: Source) { self.source = source }

  /// Takes note of a mistake at `range`.
  mutating func report(
    _ message: Message, at range: TextRange, labels: [Diagnostic.Label] = []
  ) {
    all.append(message.diagnostic(in: source, at: range, labels: labels))
  }

  /// Takes note of a mistake at `range` unless one was found at the same place: what follows from
  /// a mistake is not another one.
  mutating func reportOnce(
    _ message: Message, at range: TextRange, labels: [Diagnostic.Label] = []
  ) {
    guard places.insert(range.start).inserted else { return }
    report(message, at: range, labels: labels)
  }

  /// Whether there is a mistake that keeps the source from running.
  var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// The mistakes in text order; of those at one place the first found first.
  var inOrder: [Diagnostic] {
    all.enumerated().sorted {
      ($0.element.range?.start ?? 0, $0.offset) < ($1.element.range?.start ?? 0, $1.offset)
    }.map(\.element)
  }
}
