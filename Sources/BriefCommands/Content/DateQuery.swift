import BriefAnalysis
import BriefScript
import BriefSource

/// Which days and which parts of a text are wanted: the flags that `dates` and `timeline` share.
struct DateQuery {
  var from: CalendarDate?
  var to: CalendarDate?
  var section: String?

  /// Whether the days from `start` to `end` share one with those wanted; days that are not known
  /// do so only where none are asked for.
  func admits(_ start: CalendarDate?, _ end: CalendarDate?) -> Bool {
    if from == nil, to == nil { return true }
    guard let start, let end else { return false }
    if let from, end < from.firstDay { return false }
    if let to, start > to.lastDay { return false }
    return true
  }

  /// How the flags are declared for a command that keeps its query at `query`.
  static func parameters<C: Command>(_ query: WritableKeyPath<C, DateQuery>) -> [Parameter<C>] {
    [
      .flag("from", query.appending(path: \.from), "only what reaches this day or a later one"),
      .flag("to", query.appending(path: \.to), "only what begins on this day or before"),
      .flag(
        "in", query.appending(path: \.section), "a section's number or heading, or a briefing",
        completing: .named("sections")),
    ]
  }
}
