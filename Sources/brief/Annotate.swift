import ArgumentParser
import BriefAnalysis
import BriefCommands
import BriefScript
import BriefShell
import BriefSource
import BriefText
import Dispatch
import Synchronization

/// `brief annotate FILE…`.
struct Annotate: Subprogram {
  /// The formats of an annotation.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case jsonl, conllu, conll
  }

  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Writes all that is known of each briefing, or its tags, trees and names.",
    discussion: """
      jsonl: one JSON object a briefing and line; offsets are Unicode code points of the unmodified \
      file, half-open. conllu: tags, lemmas and dependency trees, as Universal Dependencies has \
      them. conll: names, a token and its label a line.
      """)

  @Option(help: "How it is written.")
  var format: Format = .jsonl

  @Flag(
    help: """
      The files are CoNLL-U (.conllu) or columns whose first is a token, and their tokens and \
      sentences are kept.
      """)
  var pretokenised = false

  @Option(help: "The day of the briefings, as 2025-11-14.")
  var date: CalendarDate?

  @Option(help: "The title of the briefings, when the text has none.")
  var title: String?

  @Option(help: "The newspaper, agency or office.")
  var outlet: String?

  @Option(help: "A file of actors of yours (brief -c 'help actors'); may be given several times.")
  var actors: [String] = []

  @Argument(help: "Briefings: files, directories, or patterns; - is standard input.")
  var files: [String]

  func validate() throws {
    if pretokenised, format == .jsonl {
      throw ValidationError("--pretokenised goes with --format conllu or --format conll")
    }
    if format != .jsonl, date != nil || title != nil || outlet != nil {
      throw ValidationError("--date, --title and --outlet go with --format jsonl")
    }
  }

  /// Annotates a few files at a time, on as many cores as there are, so that memory does not grow
  /// with their number; what cannot be read is reported and the others go on.
  ///
  /// Annotations are written in the order of the files, however long each takes.
  func execute() -> ExitStatus {
    let sink = ConsoleSink()
    var status = ExitStatus.fine
    var known: [Actor] = []
    for path in actors {
      do {
        let file = try ActorFile(reading: path)
        for problem in file.problems { sink.report(problem) }
        known += file.actors
      } catch {
        sink.report(error.diagnostic)
        return .unreadable
      }
    }
    var waiting: [String] = []
    var done = 0
    let count = pretokenised ? files.count : (try? Session.files(files))?.count ?? files.count
    sink.show(Progress("annotate", of: count))
    defer { sink.endProgress() }
    func finish() throws {
      for outcome in annotations(of: waiting, known) {
        switch outcome {
        case .success(let bytes): try sink.emit(bytes: bytes)
        case .failure(let refusal):
          sink.report(refusal.diagnostic)
          status = .unreadable
        }
      }
      done += waiting.count
      sink.show(Progress("annotate", done: done, of: max(count, done)))
      waiting = []
    }
    do {
      for argument in files {
        do {
          for file in try pretokenised ? [argument] : Session.files([argument]) {
            waiting.append(file)
            if waiting.count == Self.filesAtATime { try finish() }
          }
        } catch let error as LoadingError {
          try finish()
          sink.report(error.diagnostic)
          status = .unreadable
        }
      }
      try finish()
    } catch {
      sink.report(Diagnostic(id: ConsoleSink.unwritable, severity: .error, "\(error)"))
      return .unreadable
    }
    return status
  }

  /// How many annotations are kept until those before them are written.
  private static let filesAtATime = 16

  /// Why a file was not annotated.
  private struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  private func annotations(
    of files: [String], _ known: [Actor]
  ) -> [Result<[UInt8], Refusal>] {
    let outcomes = Mutex([Int: Result<[UInt8], Refusal>]())
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let outcome = Result { () throws(Refusal) in
        try refusing { try annotation(of: files[index], known) }
      }
      outcomes.withLock { $0[index] = outcome }
    }
    return outcomes.withLock { outcomes in files.indices.compactMap { outcomes[$0] } }
  }

  private func refusing(_ body: () throws -> [UInt8]) throws(Refusal) -> [UInt8] {
    do {
      return try body()
    } catch let error as LoadingError {
      throw Refusal(diagnostic: error.diagnostic)
    } catch let error as GivenTokens.Malformed {
      throw Refusal(
        diagnostic: Diagnostic(id: "malformed-tokens", severity: .error, error.description))
    } catch {
      throw Refusal(diagnostic: Diagnostic(id: "unreadable-input", severity: .error, "\(error)"))
    }
  }

  private func annotation(of file: String, _ known: [Actor]) throws -> [UInt8] {
    let document: Document
    if pretokenised {
      let source = try Source.reading(file)
      document = Document(
        file.hasSuffix(".conllu") ? try .conllu(source) : try .columns(source))
    } else {
      let briefing = try Briefing(
        loading: file, given: Metadata.Given(title: title, date: date, outlet: outlet),
        actors: known)
      if format == .jsonl {
        var json = JSONWriter()
        AnnotationWriter().write(briefing, to: &json)
        json.endLine()
        return json.bytes
      }
      document = briefing.document
    }
    if format == .conllu {
      var writer = CoNLLUWriter()
      writer.append(document, name: document.source.name)
      return writer.bytes
    }
    var writer = NameColumnsWriter()
    writer.append(document)
    return writer.bytes
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads a date as ISO 8601 writes it.
  public init?(argument: String) { self.init(argument) }
}
