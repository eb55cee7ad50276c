import BriefAnalysis
import BriefScript
import BriefSource

/// Lets a person mark quotations and speakers, blind to what the program says.
struct AnnotateCommand: Command {
  var briefing: String?
  var path: String?
  var author: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "annotate-by-hand", .hand,
      "Lets you mark quotations and speakers yourself, without seeing the program's answers.",
      discussion: """
        The body of the text is shown paragraph by paragraph, its sentences (s1, s2) and its \
        quotation marks ([1], [2]) numbered. Mark with 1 by Varnaky cue said; indirect speech with \
        s2 by Pellow cue said, or with "first words … last words" by Pellow cue said. help there \
        lists all that can be typed, done ends. Every mark is written at once to a readable file \
        beside the text, NAME.marks, or with --by Mira to NAME.Mira.marks, or to the one that \
        --file names: one mark a line, with its places in code points and its words. Called again \
        it goes on where it was left. A file made for another text, or for this text before it \
        changed, is refused. agree compares such files with each other and with the program.
        """,
      input: .nothing, output: .fixed(.page),
      parameters: [
        .argument(
          "briefing", \.briefing, "which one, when several are loaded",
          completing: .named("briefings")),
        .flag("by", \.author, "who annotates"),
        .flag(
          "file", \.path, "the file of marks; NAME.marks beside the text unless said",
          accepts: .path(.write)),
      ],
      examples: [
        Example("annotate-by-hand --by Mira --file {out}/mira.marks", "mark the text yourself")
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let briefing = try chosen(in: context)
    let path = self.path ?? Self.path(beside: briefing.source.name, author: author)
    let parameter = self.path == nil ? "briefing" : "file"
    try context.requireAccess(.write, path, parameter: parameter)
    try context.requirePrompt()
    let (marks, bytes) = try read(path, for: briefing, parameter, in: context)
    var desk = MarkingDesk(briefing, marks: marks)
    guard !desk.paragraphs.isEmpty else {
      throw context.failure(
        "no-questions", "this briefing has no paragraph to annotate", parameter: "briefing",
        help: "load one that has running text")
    }
    var written = bytes
    let offered = Self.offered(briefing)
    try context.show(.page(Page("Every mark is kept in \(path). help lists what can be typed.\n")))
    try context.show(.page(desk.page))
    while case .text(let line) = try context.ask("mark> ", offering: offered) {
      switch desk.answer(line) {
      case .done: return .page(Self.summary(desk, path))
      case .say(let text): try context.show(.page(Page(text + "\n")))
      case .turn(let text): try context.show(.page(Self.page(desk, after: text)))
      case .changed(let text):
        if let problem = keep(desk.marks, over: &written, at: path, in: context) {
          desk.revert()
          try context.show(
            .page(Page("Not kept, and taken back: \(problem)\n", .error)))
        } else {
          try context.show(.page(Page(text + "\n")))
        }
      }
    }
    return .page(Self.summary(desk, path))
  }

  /// Where the marks of the text at `path` are kept.
  static func path(beside path: String, author: String?) -> String {
    guard let author else { return path + ".marks" }
    let name = author.map { $0.isLetter || $0.isNumber ? $0 : "-" }
    return "\(path).\(String(name)).marks"
  }

  private func chosen(in context: CommandContext<Session>) throws(ScriptError) -> Briefing {
    let all = context.host.current
    let fitting = briefing.map { context.host.briefings(matching: $0) } ?? all
    if fitting.count == 1 { return fitting[0] }
    let names = (fitting.isEmpty ? context.host.briefings : fitting)
      .map { FileName($0.source.name).stem }.prefix(5).joined(separator: ", ")
    throw context.failure(
      "unknown-text",
      fitting.isEmpty
        ? (briefing.map { "no briefing goes by '\($0)'" } ?? "no briefing is loaded")
        : "which briefing is to be annotated?",
      parameter: "briefing",
      help: names.isEmpty ? "load one first" : "name one of them: \(names)")
  }

  /// The marks in the file at `path`, and its bytes; none when there is no file.
  private func read(
    _ path: String, for briefing: Briefing, _ parameter: String,
    in context: CommandContext<Session>
  ) throws(ScriptError) -> (Standoff<HandMark>, [UInt8]?) {
    guard TextFiles.exists(path) else {
      return (Standoff(for: briefing.source, author: author), nil)
    }
    do throws(StandoffError) {
      let source = try MarkFile.source(at: path, noting: context.ledger)
      let marks = try Standoff<HandMark>(reading: source)
      guard marks.isMade(for: briefing.source) else {
        throw .otherText(path: path, text: marks.text)
      }
      for problem in marks.problems { context.report(problem) }
      return (marks, source.bytes)
    } catch {
      throw context.failure(
        "unusable-standoff", error.message, parameter: parameter, help: error.help)
    }
  }

  /// Writes the marks, unless somebody else has changed the file; gives what went wrong.
  private func keep(
    _ marks: Standoff<HandMark>, over written: inout [UInt8]?, at path: String,
    in context: CommandContext<Session>
  ) -> String? {
    let bytes = marks.bytes
    let expected = written
    let problem = DirectoryLock.holding(directoryOf: HomePath.expanding(path)) { () -> String? in
      let now = try? Source.fileBytes(path)
      if now != expected {
        return "'\(path)' was changed or taken away by somebody else; done, and begin again"
      }
      do throws(WritingError) {
        try context.write(bytes, to: path, replacing: true)
        return nil
      } catch {
        return error.description
      }
    }
    if problem == nil { written = bytes }
    return problem
  }

  private static func page(_ desk: MarkingDesk, after text: String) -> Page {
    var page = text.isEmpty ? Page() : Page(text + "\n")
    page.append(desk.page)
    return page
  }

  private static func summary(_ desk: MarkingDesk, _ path: String) -> Page {
    let count = desk.marks.rows.count
    return Page(
      count == 0
        ? "Nothing is marked.\n"
        : "\(count == 1 ? "1 mark" : "\(count) marks") in \(path); agree \(path) machine compares.\n"
    )
  }

  /// The words that begin an order.
  private static func offered(_ briefing: Briefing) -> [Completion.Candidate] {
    [
      .init("next", "the next paragraph"), .init("back", "the one before"),
      .init("go", "the paragraph of a number"), .init("list", "the marks"),
      .init("change", "says something else of a mark"), .init("remove", "takes a mark away"),
      .init("undo", "takes the last change back"), .init("show", "the paragraph again"),
      .init("help", "what can be typed"), .init("done", "ends"),
    ]
  }
}
