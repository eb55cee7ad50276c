import BriefScript
import BriefSource

/// What a shell says before its first prompt.
struct Greeting {
  /// What the program is called.
  let name: String
  /// What was loaded, without a full stop.
  let loaded: String?
  /// Whether nothing was ever typed here, so that whoever comes is told how to begin.
  let isFirst: Bool
  /// The commands that there are.
  let commands: CommandSet

  /// One line, or three where it is the first time.
  var text: StyledText {
    var text = StyledText(name, .strong)
    guard isFirst else {
      text.append(loaded.map { ": \($0); " } ?? ": ")
      text.append("help", .code)
      text.append(
        loaded == nil ? " lists the commands, Ctrl-D leaves.\n" : " lists the commands.\n")
      return text
    }
    text.append(" reads press briefings: who said what, about whom, in which words.\n")
    text.append("New here? ")
    for (command, gist) in [("tour", "shows how, Enter alone goes on"), ("lesson", "teaches")]
    where commands.names.contains(command) {
      text.append(command, .code)
      text.append(" \(gist); ")
    }
    text.append("help", .code)
    text.append(" lists all.\n")
    if let loaded {
      text.append("\(loaded). Ask: quotes, speakers, topics. Ctrl-D leaves.\n")
    } else {
      text.append("Or ")
      text.append("load FILE", .code)
      text.append(", then ask: quotes, speakers, topics. Tab completes, Ctrl-D leaves.\n")
    }
    return text
  }
}
