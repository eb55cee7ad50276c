import BriefScript
import BriefSource
import Glibc

/// How the process ends, as its exit code says.
public struct ExitStatus: Sendable, Hashable {
  /// The exit code.
  public let code: Int32

  /// Creates a status with an exit code.
  public init(code: Int32) { self.code = code }

  /// All went well.
  public static let fine = ExitStatus(code: 0)
  /// An assertion or an exercise failed.
  public static let assertionFailed = ExitStatus(code: 1)
  /// The script or the arguments are wrong.
  public static let wrongScript = ExitStatus(code: 2)
  /// A file could not be read or written.
  public static let unreadable = ExitStatus(code: 3)
  /// The user stopped it.
  public static let interrupted = ExitStatus(code: 130)

  /// Ended by a signal, after the custom of shells.
  public static func signal(_ number: Int32) -> ExitStatus { ExitStatus(code: 128 + number) }

  /// The ids of errors that say that a file could not be read or written.
  public static let fileErrors: Set<String> = TableFileError.ids.union([
    "unreadable-input", "no-matching-file", "no-texts", "unwritable-file", "unwritable-output",
  ])

  /// The status that follows from running a script.
  public init(_ outcome: Engine.Outcome) {
    switch outcome {
    case .finished, .quit: self = .fine
    case .failed(let diagnostics): self = .of(errors: diagnostics)
    case .assertionFailed: self = .assertionFailed
    case .interrupted: self = .interrupted
    }
  }

  /// The status that follows from errors: ``unreadable`` when all of them are about files that
  /// could not be read or written, since then nothing in the script has to be mended.
  ///
  /// Findings that are no errors do not count.
  public static func of(errors: some Sequence<Diagnostic>) -> ExitStatus {
    let ids = errors.filter { $0.severity == .error }.map(\.id)
    return !ids.isEmpty && ids.allSatisfy { fileErrors.contains($0) } ? .unreadable : .wrongScript
  }
}
