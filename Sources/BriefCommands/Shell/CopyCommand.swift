import BriefScript
import BriefSource

/// Puts a result on the clipboard of the terminal.
struct CopyCommand: Command {
  var format: ExportCommand.Format?

  /// The most bytes that are copied: xterm takes a sequence of 100,000 characters, which is so much
  /// text in base 64.
  static let limit = 74_000

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "copy", .shell, "Puts a result on the clipboard, through the terminal.",
      discussion: """
        Tables are copied as TSV, which spreadsheets take apart into cells; --format csv, json, \
        jsonl, markdown or html says otherwise. The text goes through the terminal (OSC 52), so it \
        works over ssh as well. The terminal has to allow it, and does not say whether it did: in \
        tmux, `set -g set-clipboard on`; in GNOME Terminal it cannot be done. At most 74,000 bytes \
        are copied; export takes more.
        """,
      input: .any, output: .fixed(.nothing),
      parameters: [.flag("format", \.format, "how it is written; tsv unless said")],
      examples: [Example("quotes | take 3 | copy", "three quotations for a spreadsheet")])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let prompt = context.host.prompt
    if prompt.isReplaying { return .nothing }
    try context.requireRoom(for: input)
    let bytes = (format?.outputFormat ?? .tsv).write(input)
    guard bytes.count <= Self.limit else {
      throw context.failure(
        "no-clipboard",
        "\(bytes.count) bytes are more than the \(Self.limit) that terminals take",
        help: "take fewer rows or columns, or write a file with export")
    }
    switch prompt.copy(String(decoding: bytes, as: UTF8.self)) {
    case .done:
      context.report(
        Diagnostic(
          id: "copied", severity: .note,
          "\(bytes.count) bytes went to the terminal for its clipboard"))
    case .noTerminal:
      throw context.failure(
        "no-clipboard", "there is no terminal here that takes a text",
        help: "write a file with export, as in `export quotes.tsv`")
    }
    return .nothing
  }
}
