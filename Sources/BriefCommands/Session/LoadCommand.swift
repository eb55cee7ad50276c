import BriefAnalysis
import BriefScript
import BriefSource

/// Reads briefings into the session.
struct LoadCommand: ExaminingCommand {
  var paths: [String] = []
  var date: CalendarDate?
  var title: String?
  var outlet: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "load", .session, "Reads briefings into the session and lists them.",
      discussion: """
        A path may be a file, a directory (its .txt and .md files, and those below) or a pattern \
        such as briefings/*.txt. Plain text and Markdown are read, in UTF-8, Latin-1, \
        Windows-1252 or UTF-16. What the text does not say stays missing and is listed by \
        problems; --date, --title and --outlet say it for every file loaded. A .tsv file is one of \
        actors (help actors). A file that is \
        loaded again takes the place of what was loaded before. When one file cannot be read, \
        none is loaded.
        """,
      input: .nothing, output: .fixed(BriefingRows.type),
      isAcknowledgement: true,
      parameters: [
        .arguments(
          "path", \.paths, "a file, a directory, or a pattern", isRequired: true,
          accepts: .path(.read), completing: .named("files txt text md markdown tsv")),
        .flag("date", \.date, "the day of the briefing"),
        .flag("title", \.title, "the title, when the text has none"),
        .flag("outlet", \.outlet, "the newspaper, agency or office"),
      ],
      examples: [
        Example("load {file}", "one briefing"),
        Example("load {file} --date 2025-11-14", "one briefing, with its date"),
      ])
  }

  static func examine(_ arguments: KnownArguments, host: Session) throws(CallProblem) {
    for (index, path) in arguments.texts("path").enumerated() {
      guard let path, !arguments.isPattern("path", index), !TextFiles.exists(path),
        !host.comesAlong(path)
      else { continue }
      // Reading says why.
      do {
        _ = try Source.reading(path)
      } catch {
        let problem = LoadingError.unreadable(error)
        throw CallProblem(
          problem.id, problem.message, parameter: "path", index: index, help: problem.help)
      }
    }
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let given = Metadata.Given(title: title, date: date, outlet: outlet)
    var loaded: [Briefing] = []
    var actors = context.host.actors
    for (index, path) in paths.enumerated() {
      do {
        if ActorFile.isActorFile(path) {
          try context.requireAccess(.read, path, parameter: "path", index: index)
          let file = try ActorFile(reading: path, noting: context.ledger)
          for problem in file.problems { context.report(problem) }
          context.report(
            Diagnostic(
              id: "actors-read", severity: .note,
              file.actors.count == 1 ? "1 actor was read" : "\(file.actors.count) actors were read",
              help: "actors lists them"))
          context.host.add(file.actors)
          actors = context.host.actors
          loaded = loaded.map {
            Briefing($0.source, given: given, actors: actors, corrections: $0.corrections)
          }
          continue
        }
        if let text = context.host.tour?.text(named: path) {
          // So that a saved session holds it.
          context.ledger?.note(.text, path, Array(text[text.range].utf8))
          loaded.append(Briefing(text, given: given, actors: actors))
          continue
        }
        let files = try files(path, index, in: context)
        for file in files {
          try context.checkInterruption(over: files.count)
          try context.requireAccess(.read, file, parameter: "path", index: index)
          if let source = try source(onShelf: file, in: context) {
            loaded.append(Briefing(source, given: given, actors: actors))
            continue
          }
          try context.requireRoom(toRead: file)
          let briefing = try Briefing(
            loading: file, given: given, actors: actors, noting: context.ledger)
          loaded.append(
            context.host.correcting(briefing, noting: context.ledger) { context.report($0) })
        }
      } catch let error as LoadingError {
        throw context.failure(
          error.id, error.message, parameter: "path", index: index, help: error.help)
      } catch let error as ScriptError {
        throw error
      } catch {
        throw context.failure("unreadable-input", "\(error)", parameter: "path", index: index)
      }
    }
    for briefing in loaded { context.host.add(briefing) }
    return .table(BriefingRows.schema.table(loaded))
  }

  /// The text of the lesson at hand that `path` names; `nil` when it is any other file.
  private func source(
    onShelf path: String, in context: CommandContext<Session>
  ) throws(LoadingError) -> Source? {
    do {
      return try context.host.shelf?.source(path)
    } catch {
      throw .unreadable(error)
    }
  }

  /// The files that a path stands for; no directory is looked into that the script may not read.
  private func files(
    _ path: String, _ index: Int, in context: CommandContext<Session>
  ) throws -> [String] {
    func entering(_ directory: String) throws {
      try context.checkInterruption()
      try context.requireAccess(.read, directory, parameter: "path", index: index)
    }
    if let files = context.ledger?.given.listings[path] { return files }
    if context.isPattern("path", index) {
      try context.requireAccess(toPattern: path, parameter: "path", index: index)
      if let paths = try context.host.shelf?.paths(path, asPattern: true) { return paths }
      let files = try TextFiles.files(path, asPattern: true, entering: entering)
      context.ledger?.note(listing: path, files)
      return files
    }
    try context.requireAccess(.read, path, parameter: "path", index: index)
    if let paths = try context.host.shelf?.paths(path, asPattern: false) { return paths }
    let files = try TextFiles.files(path, asPattern: false, entering: entering)
    if files != [path] { context.ledger?.note(listing: path, files) }
    return files
  }
}

extension Briefing {
  /// Reads the briefing in the file at `path`, which is noted in `ledger`.
  ///
  /// - Throws: ``LoadingError``.
  public convenience init(
    loading path: String, given: Metadata.Given = Metadata.Given(), actors: [Actor] = [],
    noting ledger: FileLedger? = nil
  ) throws(LoadingError) {
    do {
      self.init(try Source.reading(path, noting: ledger), given: given, actors: actors)
    } catch {
      throw .unreadable(error)
    }
  }
}

extension Session {
  /// Whether `path` names texts of the tour or the lesson under way, which are no files.
  fileprivate func comesAlong(_ path: String) -> Bool {
    // The tour may begin in the line that loads it.
    if path == Tour.briefing { return true }
    guard let paths = try? shelf?.paths(path, asPattern: false) else { return false }
    return !paths.isEmpty
  }

  /// Adds the briefings that `paths` name: files, directories, or patterns that no shell expanded.
  ///
  /// When one cannot be read, none is added. A `.tsv` file is one of actors, whose broken rows
  /// are handed to `report`. What is read is noted in `ledger`, and `step` is told before each file.
  ///
  /// - Throws: ``LoadingError``.
  public func load(
    _ paths: [String], noting ledger: FileLedger? = nil,
    report: (Diagnostic) -> Void = { _ in }, step: (Progress) -> Void = { _ in }
  ) throws(LoadingError) {
    var loaded: [Briefing] = []
    var texts: [String] = []
    for path in paths {
      if ActorFile.isActorFile(path) {
        let file = try ActorFile(reading: path, noting: ledger)
        for problem in file.problems { report(problem) }
        add(file.actors)
      } else {
        texts.append(path)
      }
    }
    let files = try Self.files(texts)
    for (index, file) in files.enumerated() {
      step(Progress("load", done: index, of: files.count))
      let briefing = try Briefing(
        loading: file, given: Metadata.Given(), actors: actors, noting: ledger)
      loaded.append(correcting(briefing, noting: ledger, report: report))
    }
    for briefing in loaded { add(briefing) }
  }

  /// Takes note of what was loaded before the first prompt, as a line that loads it.
  public func noteLoaded(_ ledger: FileLedger) {
    let paths = ledger.entries(.text).map(\.path).filter { $0 != "-" }
    guard !paths.isEmpty else { return }
    var line = PromptLine(
      "load " + paths.map { KeptScript.quoted($0) }.joined(separator: " "), origin: .arguments)
    line.outcome = .finished
    line.changesSession = true
    line.reads = ledger.entries(.text)
    line.findings = ledger.findings
    prompt.lines.append(line)
  }

  /// The files that `paths` name, in order.
  ///
  /// - Throws: ``LoadingError``.
  public static func files(_ paths: [String]) throws(LoadingError) -> [String] {
    var files: [String] = []
    for path in paths {
      let isPattern = TextFiles.isPattern(path) && !TextFiles.exists(path)
      do {
        files += try TextFiles.files(path, asPattern: isPattern)
      } catch let error as LoadingError {
        throw error
      } catch {
        throw .unreadable(.unreadable(path: path, reason: "\(error)"))
      }
    }
    return files
  }
}
