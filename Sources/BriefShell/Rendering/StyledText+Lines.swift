import BriefSource

extension StyledText {
  /// The same text without spaces at the ends of its lines.
  func trimmingLineEnds() -> StyledText {
    var result = StyledText()
    var spaces = StyledText()
    for run in runs {
      var rest = run.text[...]
      while let first = rest.first {
        if first == " " {
          let count = rest.prefix { $0 == " " }.count
          spaces.append(String(repeating: " ", count: count), run.role)
          rest = rest.dropFirst(count)
        } else if first == "\n" {
          spaces = StyledText()
          result.append("\n", run.role)
          rest = rest.dropFirst()
        } else {
          let part = rest.prefix { $0 != " " && $0 != "\n" }
          result.append(spaces)
          spaces = StyledText()
          result.append(String(part), run.role)
          rest = rest[part.endIndex...]
        }
      }
    }
    return result
  }
}
