import BriefSource

/// Says after each statement how long it took.
final class StatementTimer {
  private let source: Source
  private let waited: () -> Double
  private let say: (String) -> Void
  private var running: (place: TextRange, began: Double)?

  /// Creates a timer for the statements of `source`.
  ///
  /// - Parameter waited: How many seconds have been spent on waiting for the reader so far, which
  ///   are no part of the time a statement takes.
  init(_ source: Source, waited: @escaping () -> Double, say: @escaping (String) -> Void) {
    self.source = source
    self.waited = waited
    self.say = say
  }

  /// Begins the statement at `place`, and ends the one before it.
  func begin(_ place: TextRange) {
    end()
    running = (place, ProgressLine.now - waited())
  }

  /// Ends the statement that is running.
  func end() {
    guard let running else { return }
    self.running = nil
    let seconds = ProgressLine.now - waited() - running.began
    let words = source[running.place].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let shown = words.count > 50 ? words.prefix(49) + "…" : words
    say(DisplayText.harmless("\(Self.text(seconds)) · \(shown)"))
  }

  /// `0.42 ms`, `12 ms` or `1.24 s`.
  static func text(_ seconds: Double) -> String {
    func rounded(_ number: Double, _ digits: Int) -> String {
      let scale = digits == 2 ? 100.0 : 1.0
      let value = Int((number * scale).rounded())
      if digits == 0 { return String(value) }
      let rest = value % 100
      return "\(value / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
    }
    if seconds < 0.01 { return rounded(seconds * 1000, 2) + " ms" }
    if seconds < 1 { return rounded(seconds * 1000, 0) + " ms" }
    return rounded(min(seconds, 1e9), 2) + " s"
  }
}
