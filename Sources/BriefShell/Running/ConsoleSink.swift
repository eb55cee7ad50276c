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
    /// The most rows of a table that are shown in a terminal; all when `nil`.
    public var rowLimit: Int?
    /// Whether long results are shown a screen at a time where statements are typed.
    public var isPaging = true
    /// Whether long work says how far it is.
    public var showsProgress = true
    /// Whether each statement is followed by the time it took.
    public var isTiming = false

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
  /// Where the line that is run is written down, if it is.
  var log: SessionLog?
  /// How many tables have been shown.
  private(set) var tableCount = 0
  /// How many seconds readers have spent on long results.
  private(set) var waited = 0.0
  /// The id of the error that says that standard output cannot be written.
  public static let unwritable = "unwritable-output"

  private let output: OutputChannel
  private let errors: OutputChannel
  private let progress: ProgressLine
  private let isInterrupted: () -> Bool
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
    let errors = OutputChannel(errors)
    self.errors = errors
    progress = ProgressLine(errors)
    self.isInterrupted = isInterrupted
    brief_signal_ignore(SIGPIPE)
    // A limit on the size of files is an error of the write, as a full disk is.
    brief_signal_ignore(SIGXFSZ)
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
    log?.add(value)
    if case .table = value { tableCount += 1 }
    if format == .table {
      let palette = palette(of: terminal)
      let medium = medium(of: terminal)
      let text = drawn(value, on: medium)
      if let size = pagingSize(for: text) {
        return try page(value, text, palette, medium, size)
      }
      bytes = Array(palette.encode(text).utf8)
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

  /// `value` laid out for a medium.
  private func drawn(_ value: Value, on medium: Medium) -> StyledText {
    var value = value
    var note = StyledText()
    if case .table(let table) = value, let limit = options.rowLimit, table.count > limit {
      value = .table(table.selecting(0..<limit))
      note = StyledText("(rows 1 to \(limit) of \(table.count); set rows all shows all)\n", .dim)
    }
    return ValueRenderer(medium).render(value) + note
  }

  private func medium(of terminal: Terminal) -> Medium {
    Medium(
      width: options.width ?? terminal.width, alphabet: options.alphabet ?? terminal.alphabet)
  }

  private func palette(of terminal: Terminal) -> Palette {
    Palette(isColoured: terminal.isColored(options.color), depth: terminal.depth)
  }

  // MARK: Long results

  /// The size of the terminal when `text` is shown a screen at a time; `nil` when it is not.
  private func pagingSize(for text: StyledText) -> (columns: Int, rows: Int)? {
    guard isInteractive, options.isPaging, isatty(0) != 0,
      Terminal(descriptor: output.descriptor.rawValue).movesCursor,
      let size = Terminal.size(of: output.descriptor.rawValue), size.rows >= 5
    else { return nil }
    let lines = text.runs.reduce(0) { $0 + $1.text.utf8.count { $0 == 0x0A } }
    return lines >= size.rows ? size : nil
  }

  private func page(
    _ value: Value, _ text: StyledText, _ palette: Palette, _ medium: Medium,
    _ size: (columns: Int, rows: Int)
  ) throws(ScriptError) {
    progress.erase()
    let pager = Pager(input: 0, output: output, palette: palette, size: size) { [self] columns in
      if columns == size.columns { return text }
      return drawn(
        value, on: Medium(width: options.width ?? columns, alphabet: medium.alphabet))
    }
    separation = .block
    let began = ProgressLine.now
    let end = pager.run()
    waited += ProgressLine.now - began
    guard case .left(let view) = end else { throw .interrupted }
    // What was read last stays above the prompt, with a word about the rest.
    let lines = Array(view.header) + Array(view.shown)
    var bytes = Array(lines.map { palette.encode($0) + "\n" }.joined().utf8)
    let first = view.topLine
    let note = "(lines \(first) to \(first + view.shown.count - 1) of \(view.count); "
    let rest = PageRenderer(width: view.columns).render(
      StyledText(note + "set pager off shows all at once)\n", .dim))
    bytes += palette.encode(rest).utf8
    try emit(bytes: bytes)
  }

  // MARK: Beside the results

  /// Shows how far long work is.
  public func show(_ state: Progress) {
    if options.showsProgress, !options.isQuiet { progress.show(state) }
  }

  /// Removes what is shown of long work.
  public func endProgress() { progress.erase() }

  /// Puts `text` on the clipboard of the terminal that results go to.
  func copy(_ text: String) -> PromptState.Copying {
    guard Terminal(descriptor: output.descriptor.rawValue).movesCursor else { return .noTerminal }
    do {
      try output.write(Clipboard.sequence(text).utf8)
      return .done
    } catch {
      return .noTerminal
    }
  }

  /// Says on standard error how long a statement took.
  func sayTime(_ text: String) {
    let terminal = Terminal(descriptor: errors.descriptor.rawValue)
    say(
      palette(of: terminal).encode(StyledText("(\(text))\n", .dim)))
  }

  /// Writes a result that only confirms what was done, when somebody is typing.
  ///
  /// - Throws: As ``emit(_:)`` does.
  public func acknowledge(_ value: Value) throws(ScriptError) {
    guard isInteractive else { return }
    // What only confirms is no part of the log.
    let log = log
    self.log = nil
    defer { self.log = log }
    try emit(value)
  }

  /// Writes bytes as they are to standard output.
  ///
  /// - Throws: As ``emit(_:)`` does.
  public func emit(bytes: some Collection<UInt8>) throws(ScriptError) {
    progress.erase()
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
    log?.add(diagnostic)
    let terminal = Terminal(descriptor: errors.descriptor.rawValue)
    let width = options.width ?? (terminal.isTerminal ? terminal.width : 100)
    let text = DiagnosticRenderer(width: width).render(diagnostic)
    let shown = PageRenderer(width: terminal.isTerminal ? width : .max).render(text)
    say(palette(of: terminal).encode(shown))
  }

  /// Writes a line to standard error, or nothing when nobody can hear it.
  public func say(_ text: String) {
    progress.erase()
    try? errors.write(text.utf8)
  }

  /// Writes a text to standard output that is no result.
  func show(_ text: StyledText) {
    progress.erase()
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
