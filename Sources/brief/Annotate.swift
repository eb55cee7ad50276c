import ArgumentParser
import BriefAnalysis
import BriefCommands
import BriefShell
import BriefSource

/// `brief annotate FILE…`.
struct Annotate: Subprogram {
  /// The formats of an annotation.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case jsonl
  }

  static let configuration = CommandConfiguration(
    abstract: "Writes all that is known of each briefing as one JSON object a line.",
    discussion: "Offsets are Unicode code points of the unmodified file, half-open.")

  @Option(help: "How it is written.")
  var format: Format = .jsonl

  @Argument(help: "Briefings: files, directories, or patterns; - is standard input.")
  var files: [String]

  /// Annotates file by file, so that memory does not grow with their number; what cannot be read
  /// is reported and the others go on.
  func execute() -> ExitStatus {
    let sink = ConsoleSink()
    var status = ExitStatus.fine
    for argument in files {
      do {
        for file in try Session.files([argument]) {
          do {
            try write(file, to: sink)
          } catch let error as LoadingError {
            sink.report(error.diagnostic)
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

  private func write(_ file: String, to sink: ConsoleSink) throws {
    var json = JSONWriter()
    AnnotationWriter().write(try Briefing(loading: file), to: &json)
    json.endLine()
    try sink.emit(bytes: json.bytes)
  }
}
