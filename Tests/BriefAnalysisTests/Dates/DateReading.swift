import BriefAnalysis
import BriefSource

/// The expressions of time in a text, and what is wrong with them.
struct DateReading {
  let briefing: Briefing

  /// Reads `text` as a briefing of `date`, `nil` for one whose date is not known.
  init(_ text: String, date: String?) {
    briefing = Briefing(
      Source(name: "text.txt", text: text),
      given: Metadata.Given(date: date.flatMap { CalendarDate($0) }))
  }

  /// Each expression with its value: `last year=2024`.
  var values: [String] {
    briefing.dates.expressions.map { "\(briefing.source[$0.range])=\($0.value)" }
  }

  /// The days that the expressions cover, `-` where they are not known.
  var days: [String] {
    briefing.dates.expressions.map { expression in
      guard let start = expression.start, let end = expression.end else { return "-" }
      return start == end ? "\(start)" : "\(start)..\(end)"
    }
  }

  /// The names of the problems that dates have.
  var problems: [String] { briefing.dates.problems.map(\.id) }
}
