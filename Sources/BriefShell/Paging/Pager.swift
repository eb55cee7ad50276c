import BriefSource
import CEditLine
import Glibc
import SystemPackage

/// Shows a long result a screen at a time, in a screen of its own that the terminal puts away
/// afterwards. No other process is started.
///
/// Space and b turn pages, j and k lines, g and G go to the start and the end, / searches, n and N
/// search on, q leaves. The names of a table's columns stand above every page.
final class Pager {
  /// How it was left.
  enum End {
    /// By the reader; these lines were shown last.
    case left(PagerView)
    /// By Ctrl-C, or because the process is told to end.
    case interrupted
  }

  private let input: TerminalInput
  private let output: OutputChannel
  private let palette: Palette
  private let render: (Int) -> StyledText
  private var view: PagerView

  /// Creates a pager on a terminal.
  ///
  /// - Parameter render: Lays the text out for so many columns.
  init(
    input: Int32, output: OutputChannel, palette: Palette, size: (columns: Int, rows: Int),
    render: @escaping (Int) -> StyledText
  ) {
    self.input = TerminalInput(descriptor: input)
    self.input.loneEscape = "\u{1B}[27~"
    self.output = output
    self.palette = palette
    self.render = render
    view = PagerView(
      PagerText(render(size.columns)), columns: size.columns, rows: size.rows)
    descriptor = input
  }

  private let descriptor: Int32

  /// Shows the text until the reader leaves.
  func run() -> End {
    var before = termios()
    guard tcgetattr(descriptor, &before) == 0 else { return .left(view) }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    // Stopped in here, the process would leave the terminal in the pager's screen.
    withUnsafeMutableBytes(of: &raw.c_cc) { $0[Int(VSUSP)] = 0 }
    tcsetattr(descriptor, TCSADRAIN, &raw)
    brief_signal_watch(SIGWINCH)
    write("\u{1B}[?1049h\u{1B}[?25l")
    let isLeft = turnPages()
    write("\u{1B}[?25h\u{1B}[?1049l")
    brief_signal_reset(SIGWINCH)
    tcsetattr(descriptor, TCSADRAIN, &before)
    return isLeft ? .left(view) : .interrupted
  }

  /// Heeds keys; whether the reader left.
  private func turnPages() -> Bool {
    while true {
      draw()
      view.message = nil
      switch input.next(stoppingFor: Self.hasSignal) {
      case .end: return false
      case .signal:
        if Shell.isInterrupted() { return false }
        heedResize()
      case .scalar(let key):
        switch key {
        case "q", "Q": return true
        case " ", "f", "\u{6}": view.move(by: view.height)
        case "b", "\u{2}": view.move(by: -view.height)
        case "j", "\r", "\n", "e": view.move(by: 1)
        case "k", "y": view.move(by: -1)
        case "d", "\u{4}": view.move(by: max(1, view.height / 2))
        case "u", "\u{15}": view.move(by: -max(1, view.height / 2))
        case "g", "<": view.moveToStart()
        case "G", ">": view.moveToEnd()
        case "n": view.find("")
        case "N": view.find("", isBack: true)
        case "/": readSearch()
        case "h", "?":
          view.message =
            "space b pages · j k lines · g G start, end · / n N search · q leave · Ctrl-C stop"
        case "\u{1B}": move(by: readSequence())
        default: break
        }
      }
    }
  }

  private static func hasSignal() -> Bool {
    Shell.isInterrupted() || brief_signal_is_pending(SIGWINCH)
  }

  private func heedResize() {
    guard brief_signal_take(SIGWINCH) else { return }
    let size = Terminal.size(of: output.descriptor.rawValue) ?? (view.columns, view.rows)
    view.resize(PagerText(render(size.columns)), columns: size.columns, rows: size.rows)
    write("\u{1B}[2J")
  }

  /// The rest of what an arrow key and the like send.
  private func readSequence() -> String {
    var sequence = ""
    while case .scalar(let scalar) = input.next(stoppingFor: Self.hasSignal) {
      sequence.unicodeScalars.append(scalar)
      let isFinal = (0x40...0x7E).contains(scalar.value)
      if sequence.unicodeScalars.count > 1, isFinal { break }
      if sequence.unicodeScalars.count == 1, scalar != "[", scalar != "O" { break }
      if sequence.unicodeScalars.count > 12 { break }
    }
    return sequence
  }

  private func move(by sequence: String) {
    switch sequence {
    case "[A", "OA": view.move(by: -1)
    case "[B", "OB": view.move(by: 1)
    case "[5~": view.move(by: -view.height)
    case "[6~": view.move(by: view.height)
    case "[H", "OH", "[1~": view.moveToStart()
    case "[F", "OF", "[4~": view.moveToEnd()
    default: break
    }
  }

  /// Reads what to look for in the last row; Escape gives it up.
  private func readSearch() {
    var wanted = ""
    while true {
      view.message = "/" + DisplayText.harmless(wanted) + "▏"
      draw()
      guard case .scalar(let key) = input.next(stoppingFor: Self.hasSignal) else { break }
      switch key {
      case "\r", "\n":
        view.message = nil
        view.find(wanted)
        return
      case "\u{1B}":
        if readSequence() == "[27~" {
          view.message = nil
          return
        }
      case "\u{7F}", "\u{8}":
        if wanted.isEmpty {
          view.message = nil
          return
        }
        wanted.removeLast()
      default: if key.value >= 0x20 { wanted.unicodeScalars.append(key) }
      }
    }
    view.message = nil
  }

  // MARK: The screen

  private func draw() {
    var text = "\u{1B}[H"
    let lines = Array(view.header) + Array(view.shown)
    for line in lines { text += encode(line) + "\u{1B}[K\r\n" }
    for _ in lines.count..<max(lines.count, view.rows - 1) { text += "\u{1B}[K\r\n" }
    let room = max(1, view.columns - 1)
    let status = LineWrapper(width: room).lines(of: view.status).first ?? ""
    text += "\u{1B}[7m\(status)\u{1B}[0m\u{1B}[K"
    write(text)
  }

  /// A line, with what was looked for in reverse.
  private func encode(_ line: StyledText) -> String {
    let plain = line.plain
    let matches = view.matches(in: plain)
    if matches.isEmpty { return palette.encode(line) }
    var text = ""
    var end = plain.startIndex
    for match in matches {
      text += plain[end..<match.lowerBound] + "\u{1B}[7m\(plain[match])\u{1B}[0m"
      end = match.upperBound
    }
    return text + plain[end...]
  }

  private func write(_ text: String) { try? output.write(text.utf8) }
}
