import BriefSource

/// The colours of the roles of a text: bold, faint and six of the sixteen colours, all of which
/// can be read on a dark and on a light ground.
///
/// A colour never says anything that the characters do not say.
struct Palette {
  /// Whether anything is coloured.
  let isColoured: Bool

  /// `text` with SGR sequences (ECMA-48) around its stretches; no sequence goes over a line end.
  func encode(_ text: StyledText) -> String {
    guard isColoured else { return text.plain }
    var result = ""
    for run in text.runs {
      guard let code = Self.code(of: run.role) else {
        result += run.text
        continue
      }
      var isFirst = true
      for line in run.text.split(separator: "\n", omittingEmptySubsequences: false) {
        if !isFirst { result += "\n" }
        isFirst = false
        if !line.isEmpty { result += "\u{1B}[\(code)m\(line)\u{1B}[0m" }
      }
    }
    return result
  }

  private static func code(of role: StyledText.Role) -> String? {
    switch role {
    case .plain: nil
    case .heading, .strong: "1"
    case .dim: "2"
    case .error: "1;31"
    case .warning: "35"
    case .note, .code: "36"
    case .help, .quote: "32"
    case .cue: "3"
    case .speaker: "1;36"
    case .entity: "4"
    }
  }
}
