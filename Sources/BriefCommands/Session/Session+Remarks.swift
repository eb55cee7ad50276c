import BriefScript
import BriefSource

extension Session {
  /// What is said after a line that asks briefings something while none is loaded; `nil` after any
  /// other line.
  public func remark(onNothingIn line: String, of commands: CommandSet) -> StyledText? {
    guard briefings.isEmpty, tour == nil,
      let word = line.split(whereSeparator: { " \t\n|".contains($0) }).first,
      case .rows(.briefing)? = commands[String(word)]?.input
    else { return nil }
    var text = StyledText("Nothing is loaded: ", .dim)
    text.append("load FILE", .code)
    text.append(" reads a briefing, and ", .dim)
    text.append("tour", .code)
    text.append(" brings one along.\n", .dim)
    return text
  }
}
