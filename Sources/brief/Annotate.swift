import ArgumentParser
import BriefAnalysis
import BriefCommands
import BriefShell
import BriefSource
import BriefText

/// `brief annotate FILE…`.
struct Annotate: Subprogram {
  /// The formats of an annotation.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case jsonl, conllu, conll
  }

  static let configuration = CommandConfiguration(
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

  @Argument(help: "Briefings: files, directories, or patterns; - is standard input.")
  var files: [String]

  func validate() throws {
    if pretokenised, format == .jsonl {
      throw ValidationError("--pretokenised goes with --format conllu or --format conll")
    }
  }

  /// Annotates file by file, so that memory does not grow with their number; what cannot be read
  /// is reported and the others go on.
  func execute() -> ExitStatus {
    let sink = ConsoleSink()
    var status = ExitStatus.fine
    for argument in files {
      do {
        for file in try pretokenised ? [argument] : Session.files([argument]) {
          do {
            try sink.emit(bytes: annotation(of: file))
          } catch let error as LoadingError {
            sink.report(error.diagnostic)
            status = .unreadable
          } catch let error as ReadingError {
            sink.report(
              Diagnostic(id: "unreadable-input", severity: .error, error.description))
            status = .unreadable
          } catch let error as GivenTokens.Malformed {
            sink.report(
              Diagnostic(id: "malformed-tokens", severity: .error, error.description))
            status = .unreadable
          }
        }
      } catch let error as LoadingError {
        sink.report(error.diagnostic)
        status = .unreadable
      } catch {
        sink.report(Diagnostic(id: ConsoleSink.unwritable, severity: .error, "\(error)"))
        return .unreadable
      }
    }
    return status
  }

  private func annotation(of file: String) throws -> [UInt8] {
    let document: Document
    if pretokenised {
      let source = try Source.reading(file)
      document = Document(
        file.hasSuffix(".conllu") ? try .conllu(source) : try .columns(source))
    } else {
      let briefing = try Briefing(loading: file)
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
