import BriefSource

/// Where in each of several texts something occurs, a line for each text from its beginning to its
/// end.
struct DispersionChart: Figure {
  /// The lines of one term, with what is said of all of them.
  struct Group: Sendable {
    let title: String
    let strips: [Strip]
    let summary: String
  }

  /// The line of one text.
  struct Strip: Sendable {
    let label: String
    let count: Int
    /// Where each occurrence begins and ends, as shares of the text from 0 to 1.
    let shares: [(start: Double, end: Double)]
  }

  /// The groups in order.
  let groups: [Group]
  /// Whether occurrences are stretches, not words.
  let areStretches: Bool

  func drawn(on medium: Medium) -> StyledText {
    var result = StyledText()
    let strips = groups.flatMap(\.strips)
    guard !strips.isEmpty else {
      result.appendLines("no briefings: there is nothing to draw", .dim, width: medium.width)
      return result
    }
    let countWidth = strips.map { String($0.count).count }.max() ?? 1
    let rest = medium.width - 5 - countWidth
    let natural = strips.map { DisplayText.width($0.label) }.max() ?? 1
    let labelWidth = max(1, min(natural, max(6, rest / 3), rest - 1))
    let cells = max(1, rest - labelWidth)
    for (index, group) in groups.enumerated() {
      if index > 0 { result.append("\n") }
      result.appendLines(group.title, .heading, width: medium.width)
      for strip in group.strips {
        let lines = LineWrapper(width: labelWidth).lines(of: strip.label)
        for (number, line) in lines.enumerated() {
          result.append(" ")
          guard number == 0 else {
            result.append(line + "\n")
            continue
          }
          result.append(line.padded(to: labelWidth) + " ")
          append(strip, cells, medium, to: &result)
          result.append(" " + String(strip.count).padded(to: countWidth, isTrailing: true) + "\n")
        }
      }
      result.appendLines(group.summary, .plain, width: medium.width)
    }
    result.appendNotes(notes(medium), width: medium.width)
    return result
  }

  private func notes(_ medium: Medium) -> [String] {
    var notes = [
      "each line is a whole text, whatever its length",
      "\(medium.choose("┼", "+")) one, \(medium.choose("╋", "#")) several",
    ]
    if areStretches { notes.append("\(medium.choose("━", "=")) goes on") }
    return notes
  }

  private func append(
    _ strip: Strip, _ cells: Int, _ medium: Medium, to result: inout StyledText
  ) {
    var counts = Array(repeating: 0, count: cells)
    var isCovered = Array(repeating: false, count: cells)
    func cell(_ share: Double) -> Int { max(0, min(cells - 1, Int(share * Double(cells)))) }
    for (start, end) in strip.shares {
      counts[cell(start)] += 1
      if areStretches {
        for index in cell(start)...max(cell(start), cell(end)) { isCovered[index] = true }
      }
    }
    result.append(medium.choose("├", "|"), .dim)
    for (count, isCovered) in zip(counts, isCovered) {
      switch count {
      case 0 where isCovered: result.append(medium.choose("━", "="), .note)
      case 0: result.append(medium.choose("─", "-"), .dim)
      case 1: result.append(medium.choose("┼", "+"), .note)
      default: result.append(medium.choose("╋", "#"), .note)
      }
    }
    result.append(medium.choose("┤", "|"), .dim)
  }
}
