import BriefSource

/// The mistakes found so far in a script and the modules it uses.
struct Findings {
  /// A place in one of several sources.
  private struct Spot: Hashable {
    let source: ObjectIdentifier
    let start: Int
    var id = ""
  }

  /// The source at hand.
  var source: Source
  private(set) var all: [Diagnostic] = []
  /// Where mistakes of form were reported, so that one is not reported twice.
  private var places: Set<Spot> = []

  init(_ source: Source) { self.source = source }

  /// Takes over what was found in another source.
  mutating func add(_ others: Findings) { all += others.all }

  /// Takes note of mistakes that have a place already, unless they are known.
  mutating func add(_ others: [Diagnostic]) {
    if others.isEmpty { return }
    var known = Set(all.map { Self.key($0) })
    all += others.filter { known.insert(Self.key($0)).inserted }
  }

  /// Takes note of a mistake at `range`.
  mutating func report(
    _ message: Message, at range: TextRange, labels: [Diagnostic.Label] = []
  ) {
    all.append(message.diagnostic(in: source, at: range, labels: labels))
  }

  /// Adds a label to what was found since there were `count` findings, and leaves out what had been
  /// found before.
  mutating func explain(from count: Int, _ label: Diagnostic.Label) {
    guard all.count > count else { return }
    var known = Set(all.prefix(count).map { Self.key($0) })
    let added = all.dropFirst(count).filter { known.insert(Self.key($0)).inserted }
    all.removeLast(all.count - count)
    all += added.map { $0.severity == .error && $0.source === source ? $0.adding(label) : $0 }
  }

  private static func key(_ diagnostic: Diagnostic) -> Spot {
    Spot(
      source: diagnostic.source.map { ObjectIdentifier($0) } ?? ObjectIdentifier(Findings.self),
      start: diagnostic.range?.start ?? 0, id: diagnostic.id)
  }

  /// Takes note of a mistake at `range` unless one was found at the same place: what follows from
  /// a mistake is not another one.
  mutating func reportOnce(
    _ message: Message, at range: TextRange, labels: [Diagnostic.Label] = []
  ) {
    let spot = Spot(source: ObjectIdentifier(source), start: range.start)
    guard places.insert(spot).inserted else { return }
    report(message, at: range, labels: labels)
  }

  /// Whether there is a mistake that keeps the source from running.
  var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// The mistakes in text order, source by source in the order in which something was found there;
  /// of those at one place the first found first.
  var inOrder: [Diagnostic] {
    var ranks: [ObjectIdentifier: Int] = [ObjectIdentifier(source): 0]
    let keyed = all.enumerated().map { offset, finding in
      let source = finding.source.map { ObjectIdentifier($0) }
      let rank = source.map { source in
        if let known = ranks[source] { return known }
        ranks[source] = ranks.count
        return ranks.count - 1
      }
      return (key: (rank ?? 0, finding.range?.start ?? 0, offset), finding)
    }
    return keyed.sorted { $0.key < $1.key }.map(\.1)
  }
}
