import BriefScript
import BriefSource

extension ConsoleSink.Options {
  /// Takes what the settings of a prompt say.
  mutating func take(_ settings: PromptSettings) {
    width = settings.number(.width)
    color = ColorChoice(rawValue: settings[.color]) ?? .auto
    format = OutputFormat(rawValue: settings[.format])
    rowLimit = settings.number(.rows)
    alphabet = settings.isOn(.ascii) ? .ascii : nil
    isPaging = settings.isOn(.pager)
    showsProgress = settings.isOn(.progress)
    isTiming = settings.isOn(.timing)
  }

  /// `settings` with what these options say otherwise than an option that is not given.
  func settings(over settings: PromptSettings) -> PromptSettings {
    var result = settings
    if let width { _ = result.set(.width, to: String(width)) }
    if color != .auto { _ = result.set(.color, to: color.rawValue) }
    if let format { _ = result.set(.format, to: format.rawValue) }
    if let rowLimit { _ = result.set(.rows, to: String(rowLimit)) }
    if alphabet == .ascii { _ = result.set(.ascii, to: "on") }
    if !isPaging { _ = result.set(.pager, to: "off") }
    if !showsProgress { _ = result.set(.progress, to: "off") }
    if isTiming { _ = result.set(.timing, to: "on") }
    return result
  }
}
