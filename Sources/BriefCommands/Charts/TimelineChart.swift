import BriefSource

/// What happens when, each thing on a line of its own, at its place along an axis of days.
struct TimelineChart: Figure {
  /// How sure it is that something happens.
  enum Standing: Int, Sendable, CaseIterable {
    case past, claimed, planned, possible

    /// The word for it in the legend.
    var name: String {
      switch self {
      case .past: "past fact"
      case .claimed: "claimed"
      case .planned: "planned"
      case .possible: "possible"
      }
    }

    /// What marks it.
    func mark(_ medium: Medium) -> String {
      switch self {
      case .past: medium.choose("●", "*")
      case .claimed: medium.choose("◆", "+")
      case .planned: medium.choose("○", "o")
      case .possible: medium.choose("◇", "?")
      }
    }
  }

  /// One thing.
  struct Event: Sendable {
    /// The day it begins on, and its last, as days since 1970-01-01.
    let days: (first: Int, last: Int)
    /// The time as it is written.
    let when: String
    /// What happens, where it stands in brackets behind it.
    let what: String
    let standing: Standing
  }

  /// The events by their first day.
  let events: [Event]
  /// The first and the last day of all, as they are written.
  let ends: (first: String, last: String)
  /// What has to be known to read it right.
  let notes: [String]

  func drawn(on medium: Medium) -> StyledText {
    var result = StyledText()
    guard let low = events.map(\.days.first).min(), let high = events.map(\.days.last).max() else {
      result.appendLines(
        "no event has a known day: there is nothing to draw", .dim,
        width: medium.width)
      result.appendNotes(notes, width: medium.width)
      return result
    }
    let whenWidth = min(events.map { DisplayText.width($0.when) }.max() ?? 1, medium.width / 3)
    let rest = medium.width - whenWidth - 5
    // The words need more room than the axis, which only orders them.
    let cells = max(1, min(40, rest * 2 / 5))
    let wordWidth = max(1, rest - cells)
    func cell(_ day: Int) -> Int {
      high > low
        ? Int((Double(day - low) / Double(high - low) * Double(cells - 1)).rounded()) : cells / 2
    }
    appendAxis(cells, indent: whenWidth + 3, medium, to: &result)
    for event in events {
      let words = LineWrapper(width: wordWidth).lines(of: event.what)
      let whens = LineWrapper(width: whenWidth).lines(of: event.when)
      for index in 0..<max(words.count, whens.count) {
        let when = index < whens.count ? whens[index] : ""
        result.append(" " + when.padded(to: whenWidth) + " ", .dim)
        result.append(medium.choose("│", "|"), .dim)
        if index == 0 {
          append(event, cell(event.days.first), cell(event.days.last), cells, medium, to: &result)
        } else {
          result.append(String(repeating: " ", count: cells))
        }
        result.append(medium.choose("│", "|"), .dim)
        if index < words.count { result.append(" " + words[index]) }
        result.append("\n")
      }
    }
    let used = Standing.allCases.filter { standing in
      events.contains { $0.standing == standing }
    }
    let legend = used.map { "\($0.mark(medium)) \($0.name)" }
    let span =
      events.contains { $0.days.first < $0.days.last }
      ? [medium.choose("─ until its last day", "- until its last day")] : []
    result.appendNotes([(legend + span).joined(separator: "  ")] + notes, width: medium.width)
    return result
  }

  /// The first day at the left and the last at the right, where both have room.
  private func appendAxis(
    _ cells: Int, indent: Int, _ medium: Medium, to result: inout StyledText
  ) {
    let both = DisplayText.width(ends.first) + DisplayText.width(ends.last)
    if ends.first != ends.last, both + 2 <= cells {
      let gap = String(repeating: " ", count: cells - both)
      result.append(
        String(repeating: " ", count: indent) + ends.first + gap + ends.last + "\n", .heading)
    } else {
      let all = ends.first == ends.last ? ends.first : "\(ends.first) – \(ends.last)"
      result.appendLines(all, .heading, width: medium.width)
    }
  }

  private func append(
    _ event: Event, _ first: Int, _ last: Int, _ cells: Int, _ medium: Medium,
    to result: inout StyledText
  ) {
    result.append(String(repeating: " ", count: first))
    let mark = event.standing.mark(medium)
    if first == last {
      result.append(mark, .note)
    } else {
      result.append(
        mark + String(repeating: medium.choose("─", "-"), count: last - first - 1) + mark, .note)
    }
    result.append(String(repeating: " ", count: cells - 1 - last))
  }
}
