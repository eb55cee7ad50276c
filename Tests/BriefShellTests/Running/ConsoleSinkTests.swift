import BriefScript
import BriefShell
import BriefSource
import BriefTestSupport
import Glibc
import Testing

@Suite struct ConsoleSinkTests {
  /// What is written to the two outputs when neither is a terminal.
  private func written(
    _ options: ConsoleSink.Options = .init(), _ body: (ConsoleSink) throws -> Void
  ) throws -> (output: String, errors: String) {
    let output = try Pipe()
    let errors = try Pipe()
    try body(ConsoleSink(options, output: output.writing, errors: errors.writing))
    return (output.text(), errors.text())
  }

  private let table = Value.table(SampleTables.namesAndNumbers.table([("Zoë", 1)]))

  @Test func whatIsNoTerminalGetsWholeValues() throws {
    let long = String(repeating: "word ", count: 100)
    #expect(try written { try $0.emit(.text(long)) }.output == long + "\n")
    #expect(try written { try $0.emit(table) }.output == "name\tn\nZoë\t1\n")
  }

  @Test(arguments: [
    (OutputFormat.tsv, "name\tn\nZoë\t1\n\na\nb\n\nname\tn\nZoë\t1\n"),
    (.csv, "name,n\r\nZoë,1\r\n\na\r\nb\r\n\nname,n\r\nZoë,1\r\n"),
    (
      .json,
      "[\n  {\"name\":\"Zoë\",\"n\":1}\n]\n\"a\"\n\"b\"\n[\n  {\"name\":\"Zoë\",\"n\":1}\n]\n"
    ),
    (.jsonl, "{\"name\":\"Zoë\",\"n\":1}\n\"a\"\n\"b\"\n{\"name\":\"Zoë\",\"n\":1}\n"),
    (
      .markdown,
      "| name | n |\n| --- | ---: |\n| Zoë | 1 |\n\na\nb\n\n| name | n |\n| --- | ---: |\n| Zoë | 1 |\n"
    ),
    (
      .table,
      " # │ name │ n\n───┼──────┼──\n 1 │ Zoë  │ 1\n\na\nb\n\n # │ name │ n\n───┼──────┼──\n 1 │ Zoë  │ 1\n"
    ),
  ])
  func tablesAreSetOffFromOtherResults(format: OutputFormat, expected: String) throws {
    let text = try written(.init(format: format)) { sink in
      try sink.emit(table)
      try sink.emit(.text("a"))
      try sink.emit(.text("b"))
      try sink.emit(table)
    }
    #expect(text.output == expected)
  }

  @Test func aNewRunBeginsWithoutAnEmptyLine() throws {
    let text = try written { sink in
      try sink.emit(.text("a"))
      sink.beginRun()
      try sink.emit(table)
    }
    #expect(text.output == "a\nname\tn\nZoë\t1\n")
  }

  @Test func messagesGoToStandardErrorAndQuietLeavesErrors() throws {
    let findings = [Diagnostic.Severity.note, .warning, .error].map {
      Diagnostic(id: "x", severity: $0, "a \u{1B}[2J")
    }
    let all = try written { sink in findings.forEach { sink.report($0) } }
    #expect(all.output == "")
    #expect(all.errors == "note[x]: a ␛[2J\nwarning[x]: a ␛[2J\nerror[x]: a ␛[2J\n")
    let quiet = try written(.init(isQuiet: true)) { sink in findings.forEach { sink.report($0) } }
    #expect(quiet.errors == "error[x]: a ␛[2J\n")
  }

  @Test func coloursWhenAlwaysWanted() throws {
    let text = try written(.init(format: .table, color: .always)) { try $0.emit(table) }
    #expect(text.output.hasPrefix(" \u{1B}[1m#\u{1B}[0m\u{1B}[2m │ \u{1B}[0m"))
  }

  @Test func aReaderThatIsGoneIsNoError() throws {
    let output = try Pipe()
    let sink = ConsoleSink(output: output.writing)
    output.closeReading()
    #expect(!sink.isReaderGone)
    #expect(throws: Never.self) {
      try sink.emit(table)
      try sink.emit(table)
    }
    #expect(sink.isReaderGone)
  }

  @Test func aFullDeviceIsAnErrorOfTheRightKind() throws {
    let device = open("/dev/full", O_WRONLY)
    defer { close(device) }
    let sink = ConsoleSink(output: device)
    let error = #expect(throws: ScriptError.self) { try sink.emit(table) }
    guard case .failed(let diagnostic) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(diagnostic.message == "cannot write standard output: no space left on the device")
    #expect(ExitStatus.of(errors: [diagnostic]) == .unreadable)
  }

  @Test func theExitCodeFollowsFromTheOutcome() {
    let wrong = Diagnostic(id: "unknown-command", severity: .error, "x")
    let unread = Diagnostic(id: "unreadable-input", severity: .error, "x")
    let outcomes: [(Engine.Outcome, Int32)] = [
      (.finished, 0), (.quit, 0), (.failed([wrong]), 2), (.failed([wrong, unread]), 2),
      (.failed([unread]), 3), (.failed([unread, unread]), 3), (.assertionFailed(wrong), 1),
      (.interrupted, 130),
    ]
    for (outcome, code) in outcomes { #expect(ExitStatus(outcome).code == code) }
  }
}
