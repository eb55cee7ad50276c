import BriefSource

/// Bars that lie one under another, each from 0 to its number.
struct BarChart: Figure {
  /// A bar with its name.
  struct Bar: Sendable {
    /// What it is of; `nil` for what is missing.
    let label: String?
    /// How long it is; `nil` where there is no number.
    let value: Double?
    /// The number as it is written behind the bar.
    let text: String
  }

  /// What is drawn of what, over the chart.
  let title: String
  /// The bars from the top.
  let bars: [Bar]
  /// What has to be known to read it right.
  let notes: [String]

  func drawn(on medium: Medium) -> StyledText {
    var result = StyledText()
    result.appendLines(title, .heading, width: medium.width)
    if bars.isEmpty {
      result.appendLines("no rows: there is nothing to draw", .dim, width: medium.width)
    } else {
      let layout = Layout(bars, medium)
      for bar in bars { layout.append(bar, to: &result) }
    }
    result.appendNotes(notes, width: medium.width)
    return result
  }
}

extension BarChart {
  /// How a chart shares the width among names, bars and numbers.
  private struct Layout {
    private let medium: Medium
    private let labelWidth: Int
    /// The cells to the left of 0, and to the right.
    private let left: Int
    private let right: Int
    /// How many cells a bar of 1 has.
    private let scale: Double

    init(_ bars: [Bar], _ medium: Medium) {
      self.medium = medium
      let missing = medium.choose("—", "-")
      let natural = bars.map { DisplayText.width($0.label ?? missing) }.max() ?? 1
      let numberWidth = bars.map { DisplayText.width($0.text) }.max() ?? 1
      // A space, the name, a space, the axis, the bars, a space, the number.
      let rest = medium.width - 4 - numberWidth
      labelWidth = max(1, min(natural, max(6, rest * 2 / 5), rest - 1))
      let room = max(1, rest - labelWidth)
      let low = min(0, bars.compactMap(\.value).min() ?? 0)
      let high = max(0, bars.compactMap(\.value).max() ?? 0)
      if low == 0 {
        left = 0
      } else if high == 0 {
        left = room
      } else {
        // Halves, as neither part of the sum may overflow.
        let share = -(low / 2) / (high / 2 - low / 2)
        left = min(room - 1, max(1, Int((Double(room) * share).rounded())))
      }
      right = room - left
      // An empty side does not limit the other one.
      let scales = [(right, high), (left, -low)].filter { $0.1 > 0 }.map { Double($0.0) / $0.1 }
      scale = scales.min() ?? 0
    }

    func append(_ bar: Bar, to result: inout StyledText) {
      let label = bar.label ?? medium.choose("—", "-")
      let axis = medium.choose("│", "|")
      for (index, line) in LineWrapper(width: labelWidth).lines(of: label).enumerated() {
        result.append(" ")
        result.append(line.padded(to: labelWidth), bar.label == nil ? .dim : .plain)
        result.append(" ")
        if index == 0 {
          appendBar(bar, axis, to: &result)
        } else {
          result.append(String(repeating: " ", count: left))
          result.append(axis, .dim)
        }
        result.append("\n")
      }
    }

    private func appendBar(_ bar: Bar, _ axis: String, to result: inout StyledText) {
      let value = bar.value ?? 0
      let isNegative = value < 0
      let drawn = picture(value.magnitude, isNegative: isNegative)
      result.append(
        isNegative
          ? drawn.padded(to: left, isTrailing: true)
          : String(repeating: " ", count: left), .note)
      result.append(axis, .dim)
      if !isNegative { result.append(drawn, .note) }
      result.append(" ")
      result.append(bar.text, bar.value == nil ? .dim : .plain)
    }

    /// The bar of a number; one that is not 0 never vanishes.
    private func picture(_ value: Double, isNegative: Bool) -> String {
      guard value > 0 else { return "" }
      let cells = value * scale
      if medium.alphabet == .ascii {
        let whole = Int(cells.rounded())
        return whole == 0 ? "." : String(repeating: "#", count: whole)
      }
      // There are eighths of blocks that grow to the right, but only halves that grow to the left;
      // where both are drawn, equal numbers are to look equal.
      let steps = left > 0 ? 2 : 8
      let count = max(1, Int((cells * Double(steps)).rounded()))
      let full = String(repeating: "█", count: count / steps)
      let part = count % steps
      if part == 0 { return full }
      if steps == 8 { return full + Self.eighths[part] }
      return isNegative ? "▐" + full : full + "▌"
    }

    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  }
}
