import BriefScript
import BriefSource
import CEditLine
import Glibc
import SystemPackage

/// Writes results to standard output in a format, and what is said beside them to standard error.
///
/// Nothing that reaches a terminal can drive it, whatever the format.
public final class ConsoleSink: OutputSink {
  /// How results and messages are written.
  public struct Options: Sendable {
    /// The format; when `nil`, a table in a terminal and TSV elsewhere.
    public var format: OutputFormat?
    /// The columns to fill; when `nil`, those of the terminal.
    public var width: Int?
    /// The characters to draw with; when `nil`, those the terminal can show, and Unicode elsewhere.
    public var alphabet: Medium.Alphabet?
    /// When output is coloured.
    public var color: ColorChoice
    /// Whether notes and warnings are left out.
    public var isQuiet: Bool

    /// Creates options.
    public init(
      format: OutputFormat? = nil, width: Int? = nil, alphabet: Medium.Alphabet? = nil,
      color: ColorChoice = .auto, isQuiet: Bool = false
    ) {
      self.format = format
      self.width = width
      self.alphabet = alphabet
      self.color = color
      self.isQuiet = isQuiet
    }
  }

  /// How results and messages are written from now on.
  public var options: Options
  /// Whether statements are typed at a prompt.
  var isInteractive = false
  /// The id of the error that says that standard output cannot be written.
  public static let unwritable = "unwritable-output"

  private let output: OutputChannel
  private let errors: OutputChannel
  private var separation = Separation.none

  /// What the result before asks of the next.
  private enum Separation {
    case none, line, block
  }

  /// Whether the reader of standard output has gone, so that what is still written is dropped.
  public var isReaderGone: Bool { output.isClosed }

  /// Creates a sink for two descriptors; `SIGPIPE` is ignored for the whole process from now on.
  public init(
    _ options: Options = Options(), output: Int32 = 1, errors: Int32 = 2,
    isInterrupted: @escaping () -> Bool = { false }
  ) {
    self.options = options
    self.output = OutputChannel(output, isInterrupted: isInterrupted)
    self.errors = OutputChannel(errors)
    brief_signal_ignore(SIGPIPE)
  }

  /// Begins a run, whose first result is not set off from what stands before it.
  public func beginRun() { separation = .none }

  /// Writes a result with one call of write(2).
  ///
  /// An empty line sets a table, a row or a page off from the result before or after it, but for
  /// JSON. When the reader of a pipe has gone, results are dropped and the script goes on: its
  /// assertions and exports still count.
  ///
  /// - Throws: ``ScriptError`` when the system refuses, or when the user stops it.
  public func emit(_ value: Value) throws(ScriptError) {
    let terminal = Terminal(descriptor: output.descriptor.rawValue)
    let format = options.format ?? (terminal.isTerminal ? .table : .tsv)
    var bytes: [UInt8] = []
    if format == .table {
      let text = ValueRenderer(medium(of: terminal)).render(value)
      bytes = Array(palette(of: terminal).encode(text).utf8)
    } else {
      bytes = format.write(value)
      if terminal.isTerminal { bytes = Self.harmless(bytes) }
    }
    guard !bytes.isEmpty else { return }
    let isBlock = value.isBlock && format != .json && format != .jsonl
    if separation == .block || (isBlock && separation == .line) { bytes.insert(0x0A, at: 0) }
    separation = isBlock ? .block : .line
    try emit(bytes: bytes)
  }

  private func medium(of terminal: Terminal) -> Medium {
    Medium(
      width: options.width ?? terminal.width, alphabet: options.alphabet ?? terminal.alphabet)
  }

  private func palette(of terminal: Terminal) -> Palette {
    Palette(isColoured: terminal.isColored(options.color), depth: terminal.depth)
  }

  /// Writes a result that only confirms what was done, when somebody is typing.
  ///
  /// - Throws: As ``emit(_:)`` does.
  public func acknowledge(_ value: Value) throws(ScriptError) {
    if isInteractive { try emit(value) }
  }

  /// Writes bytes as they are to standard output.
  ///
  /// - Throws: As ``emit(_:)`` does.
  public func emit(bytes: some Collection<UInt8>) throws(ScriptError) {
    do {
      try output.write(bytes)
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .refused(let reason):
        throw .failed(
          Diagnostic(
            id: Self.unwritable, severity: .error, "cannot write standard output: \(reason)"))
      }
    }
  }

  /// Writes findings to standard output, one JSON object a line; notes and warnings only unless
  /// quiet.
  ///
  /// - Throws: As ``emit(_:)`` does.
  func emit(json diagnostics: [Diagnostic]) throws(ScriptError) {
    var json = JSONWriter()
    for diagnostic in diagnostics where diagnostic.severity == .error || !options.isQuiet {
      json.value(diagnostic)
      json.endLine()
    }
    try emit(bytes: json.bytes)
  }

  /// Writes a finding to standard error; notes and warnings only unless quiet.
  public func report(_ diagnostic: Diagnostic) {
    guard diagnostic.severity == .error || !options.isQuiet else { return }
    let terminal = Terminal(descriptor: errors.descriptor.rawValue)
    let width = options.width ?? (terminal.isTerminal ? terminal.width : 100)
    let text = DiagnosticRenderer(width: width).render(diagnostic)
    let shown = PageRenderer(width: terminal.isTerminal ? width : .max).render(text)
    say(palette(of: terminal).encode(shown))
  }

  /// Writes a line to standard error, or nothing when nobody can hear it.
  public func say(_ text: String) { try? errors.write(text.utf8) }

  /// Writes a text to standard output that is no result.
  func show(_ text: StyledText) {
    let terminal = Terminal(descriptor: output.descriptor.rawValue)
    let page = PageRenderer(width: options.width ?? terminal.width).render(text)
    try? output.write(palette(of: terminal).encode(page).utf8)
  }

  /// The same text with every character that could drive a terminal replaced by one that shows
  /// it; tabs and line ends stay.
  private static func harmless(_ bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.split(separator: 0x09, omittingEmptySubsequences: false)
    let shown = parts.map { part in
      // CSV ends its lines with CR LF.
      let lines = part.split(separator: 0x0A, omittingEmptySubsequences: false)
      return lines.map { line in
        let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        return DisplayText.harmless(text)
      }.joined(separator: "\n")
    }
    return Array(shown.joined(separator: "\t").utf8)
  }
}

extension Value {
  /// Whether it takes several lines that belong together.
  fileprivate var isBlock: Bool {
    switch self {
    case .table, .record, .page, .list: true
    default: false
    }
  }
}
