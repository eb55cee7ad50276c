extension StyledText {
  /// The text with `indent` before each line that is not empty. Linear in the length.
  public func indented(by indent: String) -> StyledText {
    var result = StyledText()
    var isAtStart = true
    for run in runs {
      for (index, part) in run.text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 {
          result.append("\n", run.role)
          isAtStart = true
        }
        if part.isEmpty { continue }
        if isAtStart { result.append(indent) }
        isAtStart = false
        result.append(String(part), run.role)
      }
    }
    return result
  }
}
