import BriefSource

/// The colours of the roles of a text: bold, faint, and colours that can be read on a dark and on a
/// light ground.
///
/// A colour never says anything that the characters do not say.
struct Palette {
  /// How many colours there are to choose from.
  enum Depth { case sixteen, many }

  /// Whether anything is coloured.
  let isColoured: Bool
  /// The colours of the terminal.
  var depth = Depth.sixteen

  /// `text` with SGR sequences (ECMA-48) around its stretches; no sequence goes over a line end.
  func encode(_ text: StyledText) -> String {
    guard isColoured else { return text.plain }
    var result = ""
    for run in text.runs {
      guard let code = code(of: run.role) else {
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

  private func code(of role: StyledText.Role) -> String? {
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
    case .entity, .organisation: "4"
    case .person: "1;4"
    case .place: "3;4"
    case .voice(let number): voice(number)
    case .voicedName(let number): "4;" + voice(number)
    }
  }

  /// The colour of a voice; after six they begin again, as letters tell them apart as well.
  private func voice(_ number: Int) -> String {
    let colours = depth == .many ? Self.many : Self.sixteen
    return colours[(number % colours.count + colours.count) % colours.count]
  }

  /// Neither blue nor yellow, which are hard to read on black and on white.
  private static let sixteen = ["36", "35", "32", "31", "1;35", "1;32"]
  /// Of the cube of 256 colours those with a contrast of at least 3.9 (WCAG 2.1) to black and to white.
  private static let many = [31, 130, 28, 162, 99, 66].map { "38;5;\($0)" }
}
