import CPseudoTerminal
import Glibc

/// A program running on a terminal of its own, and a person at the keyboard.
public final class PseudoTerminal {
  /// How a program ended.
  public enum End: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)
    /// It did not end in time.
    case running
  }

  /// What is on the screen.
  public private(set) var screen: PseudoTerminalScreen
  /// Every byte the program wrote.
  public private(set) var output: [UInt8] = []

  private let process: pid_t
  private var master: Int32
  private var end: End?

  /// The directory of the programs that were built beside the tests.
  public static let products: String = {
    let image = String(cString: pseudo_terminal_image())
    return image.lastIndex(of: "/").map { String(image[..<$0]) } ?? "."
  }()

  /// Starts the built program called `name`; `nil` when that fails.
  ///
  /// - Parameter environment: All of its environment but `PATH`, `TERM` and `HOME`, which are set
  ///   unless named.
  public init?(
    _ name: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) {
    let path = name.hasPrefix("/") ? name : Self.products + "/" + name
    var variables = ["PATH": "/usr/bin:/bin", "TERM": "xterm", "HOME": "/nonexistent"]
    variables.merge(environment) { $1 }
    screen = PseudoTerminalScreen(columns: columns, rows: rows)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] =
      variables.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var master: Int32 = -1
    process = pseudo_terminal_start(
      path, &words, &settings, Int32(columns), Int32(rows), &master)
    self.master = master
    guard process > 0 else { return nil }
  }

  deinit {
    if master >= 0 { close(master) }
    if end == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
  }

  // MARK: At the keyboard

  /// Types text.
  public func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes, reading what the program writes meanwhile so that neither side gets stuck.
  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, master >= 0 {
      let count = rest.prefix(512).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) }
      if count < 0, errno != EINTR, errno != EAGAIN { return }
      pump(milliseconds: 0)
    }
  }

  /// Pastes text as a terminal does.
  public func paste(_ text: String) {
    send(screen.isBracketingPastes ? "\u{1B}[200~\(text)\u{1B}[201~" : text)
  }

  /// Makes the window larger or smaller.
  public func resize(columns: Int, rows: Int) {
    pump(milliseconds: 20)
    screen.resize(columns: columns, rows: rows)
    pseudo_terminal_resize(master, Int32(columns), Int32(rows))
  }

  /// Closes the window.
  public func hangUp() {
    close(master)
    master = -1
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { kill(process, number) }

  /// Whether the terminal shows by itself what is typed, as it does when nobody edits.
  public var isEchoing: Bool {
    var modes = termios()
    return tcgetattr(master, &modes) == 0 && modes.c_lflag & tcflag_t(ECHO) != 0
  }

  // MARK: Before the screen

  /// Reads what the program writes until the screen is as wanted; whether it came to that.
  public func wait(
    seconds: Double = 20, until isWanted: (PseudoTerminalScreen) -> Bool
  ) -> Bool {
    var left = Int(seconds * 1000)
    while true {
      if isWanted(screen) { return true }
      guard left > 0, master >= 0 else { return false }
      let before = output.count
      pump(milliseconds: 20)
      if output.count == before { left -= 20 }
      if end != nil, output.count == before { return isWanted(screen) }
      reap(blocking: false)
    }
  }

  /// Reads until the screen shows `text`; whether it came to that.
  public func wait(for text: String, seconds: Double = 20) -> Bool {
    wait(seconds: seconds) { $0.text.contains(text) }
  }

  /// Waits for the program to end.
  public func waitForEnd(seconds: Double = 20) -> End {
    var left = Int(seconds * 1000)
    while end == nil, left > 0 {
      pump(milliseconds: 10)
      left -= 10
      if master < 0 { usleep(10_000) }
      reap(blocking: false)
    }
    pump(milliseconds: 10)
    return end ?? .running
  }

  private func reap(blocking: Bool) {
    guard end == nil else { return }
    var status: Int32 = 0
    guard waitpid(process, &status, blocking ? 0 : WNOHANG) == process else { return }
    end = status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .signalled(status & 0x7F)
  }

  /// Reads what there is, waiting at most so long for the first of it.
  private func pump(milliseconds: Int32) {
    var wait = milliseconds
    while master >= 0 {
      var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, wait) > 0, request.revents & Int16(POLLIN) != 0 else {
        if request.revents != 0 { usleep(UInt32(milliseconds) * 1000) }
        return
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(master, &chunk, chunk.count)
      guard count > 0 else { return }
      output += chunk[..<count]
      screen.feed(chunk[..<count])
      wait = 0
    }
  }
}
