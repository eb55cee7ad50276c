import BriefScript
import BriefSource

/// Writes scripts again in the style of scripts.
public struct ScriptFormatting {
  private let sink: ConsoleSink
  private let isChecking: Bool

  /// Creates a formatting.
  ///
  /// - Parameter isChecking: Whether to list the scripts that would change and to leave them alone.
  public init(_ sink: ConsoleSink, isChecking: Bool) {
    self.sink = sink
    self.isChecking = isChecking
  }

  /// Formats the scripts at `paths`: files, directories with `.brief` files in them and below, and
  /// `-`, standard input, which is written to standard output.
  ///
  /// A file is replaced in one step, and only if it changes. One that cannot be read, or has a
  /// mistake of form, is reported and left alone, and the others go on.
  public func format(_ paths: [String]) -> ExitStatus {
    var status = ExitStatus.fine
    for path in paths {
      do {
        for file in try ScriptFiles.below(path) ?? [path] {
          status = status.worse(than: format(file))
        }
      } catch {
        sink.report(
          Diagnostic(id: "unreadable-input", severity: .error, error.description))
        status = status.worse(than: .unreadable)
      }
    }
    return status
  }

  private func format(_ path: String) -> ExitStatus {
    let source: Source
    do {
      source = try Source.script(at: path)
    } catch {
      sink.report(error.diagnostic)
      return .unreadable
    }
    let text: String
    do {
      text = try Formatter.format(source)
    } catch {
      for mistake in error.mistakes { sink.report(mistake) }
      return .wrongScript
    }
    let isChanged = Array(text.utf8) != source.bytes
    if isChecking {
      guard isChanged else { return .fine }
      let status = sink.writing { sink throws(ScriptError) in
        try sink.emit(bytes: Array((source.name + "\n").utf8))
      }
      return status == .fine ? .assertionFailed : status
    }
    if path == "-" {
      return sink.writing { sink throws(ScriptError) in try sink.emit(bytes: Array(text.utf8)) }
    }
    guard isChanged else { return .fine }
    do {
      try AtomicFile.write(Array(text.utf8), to: path, replacing: true)
      return .fine
    } catch {
      sink.report(Diagnostic(id: "unwritable-file", severity: .error, error.description))
      return .unreadable
    }
  }

}

extension ExitStatus {
  /// This one or the other, whichever says more of what went wrong.
  func worse(than other: ExitStatus) -> ExitStatus { weight >= other.weight ? self : other }

  /// How much it says: files that could not be read are all that is wrong only where no script is.
  private var weight: Int32 {
    switch self {
    case .wrongScript: Self.unreadable.code
    case .unreadable: Self.wrongScript.code
    default: code
    }
  }
}

extension ConsoleSink {
  /// Writes to standard output, and says how that ended.
  public func writing(_ write: (ConsoleSink) throws(ScriptError) -> Void) -> ExitStatus {
    do throws(ScriptError) {
      try write(self)
      return .fine
    } catch {
      if case .failed(let diagnostic) = error {
        report(diagnostic)
        return .of(errors: [diagnostic])
      }
      return .interrupted
    }
  }
}
