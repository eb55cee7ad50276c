import BriefSource

/// Numbers as points over an axis of dates, numbers or names, joined by lines.
struct LineChart: Figure {
  /// A line and its name.
  struct Line: Sendable {
    let name: String
    let points: [(x: Double, value: Double)]
  }

  /// What is drawn along what, over the chart.
  let title: String
  /// The lines in order.
  let lines: [Line]
  /// The places along the axis, from left to right.
  let stops: [(x: Double, name: String)]
  /// Whether only whole numbers make sense.
  let areWhole: Bool
  /// Whether the axis may begin elsewhere than at 0.
  let isZoomed: Bool
  /// How many rows of cells the numbers have.
  let height: Int
  /// What has to be known to read it right.
  let notes: [String]

  func drawn(on medium: Medium) -> StyledText {
    var result = StyledText()
    result.appendLines(title, .heading, width: medium.width)
    let values = lines.flatMap { $0.points.map(\.value) }
    guard let least = values.min(), let most = values.max(), let first = stops.first,
      let last = stops.last
    else {
      result.appendLines("no numbers: there is nothing to draw", .dim, width: medium.width)
      result.appendNotes(notes, width: medium.width)
      return result
    }
    let ticks = ChartTicks(
      from: isZoomed ? least : min(0, least), to: isZoomed ? most : max(0, most),
      count: max(3, height / 2), areWhole: areWhole)
    let format = NumberText(for: ticks.values)
    let labels = ticks.values.map { value in
      Int(exactly: value).map { String($0) } ?? format.text(value)
    }
    let labelWidth = min(labels.map { DisplayText.width($0) }.max() ?? 1, medium.width - 6)
    var plot = LinePlot(
      columns: medium.width - labelWidth - 3, rows: height, x: (first.x, last.x), y: ticks.bounds,
      medium: medium)
    for (index, line) in lines.enumerated() {
      plot.draw(line.points, marker: Self.marker(index, medium), role: .voice(index))
    }
    var labelOfRow: [Int: String] = [:]
    for (value, label) in zip(ticks.values, labels) { labelOfRow[plot.row(value)] = label }
    for row in 0..<height {
      let label = labelOfRow[row]
      result.append(" " + (label ?? "").padded(to: labelWidth, isTrailing: true) + " ")
      let axis = label == nil ? medium.choose("│", "|") : medium.choose("┤", "+")
      result.append(axis, .dim)
      plot.append(row, to: &result)
      result.append("\n")
    }
    appendAxis(plot, labelWidth + 2, medium, to: &result)
    appendLegend(medium, to: &result)
    var notes = notes
    if ticks.bounds.low > 0 {
      notes.append("the axis begins at \(labels.first ?? ""), not at 0")
    } else if ticks.bounds.high < 0 {
      notes.append("the axis ends at \(labels.last ?? ""), not at 0")
    }
    if plot.hasMeeting { notes.append("\(Self.meeting(medium)) where lines meet") }
    result.appendNotes(notes, width: medium.width)
    return result
  }

  /// What marks the points of the line at `index`; after eight they begin again.
  private static func marker(_ index: Int, _ medium: Medium) -> Character {
    let markers: [Character] = medium.choose(
      ["●", "○", "■", "□", "▲", "△", "◆", "◇"], ["*", "o", "#", "@", "+", "x", "%", "&"])
    return markers[index % markers.count]
  }

  /// What marks a point of several lines.
  static func meeting(_ medium: Medium) -> Character { medium.choose("╳", "X") }

  /// The axis below, with the names of as many stops as have room: the last, then from the first on.
  private func appendAxis(
    _ plot: LinePlot, _ indent: Int, _ medium: Medium, to result: inout StyledText
  ) {
    var ticks: Set<Int> = []
    var names: [(start: Int, name: String)] = []
    func place(_ stop: (x: Double, name: String)) -> (start: Int, end: Int) {
      let width = DisplayText.width(stop.name)
      let start = max(0, min(plot.column(stop.x) - width / 2, plot.columns - width))
      return (start, start + width)
    }
    guard let first = stops.first, let last = stops.last else { return }
    let reserved = place(last)
    var end = -2
    for stop in stops where stop.x != last.x {
      let spot = place(stop)
      guard spot.start >= end + 2, spot.end + 2 <= reserved.start else { continue }
      names.append((spot.start, stop.name))
      ticks.insert(plot.column(stop.x))
      end = spot.end
    }
    if reserved.end <= plot.columns {
      names.append((reserved.start, last.name))
      ticks.insert(plot.column(last.x))
    }
    result.append(String(repeating: " ", count: indent))
    result.append(medium.choose("└", "+"), .dim)
    for column in 0..<plot.columns {
      result.append(
        ticks.contains(column) ? medium.choose("┬", "+") : medium.choose("─", "-"), .dim)
    }
    result.append("\n")
    guard !names.isEmpty else {
      // Names too long for the width stand below, the first and the last.
      let both = first.x == last.x ? first.name : "\(first.name) – \(last.name)"
      result.appendLines(both, .plain, width: medium.width)
      return
    }
    var line = String(repeating: " ", count: indent + 1)
    for (start, name) in names { line = line.padded(to: indent + 1 + start) + name }
    result.append(line + "\n")
  }

  private func appendLegend(_ medium: Medium, to result: inout StyledText) {
    guard lines.count > 1 else { return }
    var legend = StyledText(" ")
    for (index, line) in lines.enumerated() {
      if index > 0 { legend.append("   ") }
      legend.append(String(Self.marker(index, medium)), .voice(index))
      legend.append(" " + line.name)
    }
    result.appendLines(legend, width: medium.width, indent: 1)
  }
}
