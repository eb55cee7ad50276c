import BriefSource

/// Why a standoff file cannot be used.
public enum StandoffError: Error, Sendable {
  /// The file cannot be read or written.
  case unusable(String)
  /// It is none of this kind.
  case otherKind(path: String, expected: String, found: String)
  /// A later version of the program wrote it.
  case newer(path: String, version: String)
  /// A line of its head is missing or broken.
  case brokenHead(path: String, expected: String)
  /// It speaks of another text, or of the text as it was before it changed.
  case otherText(path: String, text: String)

  /// What is wrong, in one sentence without a full stop.
  public var message: String {
    switch self {
    case .unusable(let reason): reason
    case .otherKind(let path, let expected, let found):
      "'\(path)' does not begin with 'brief \(expected) 1' but with '\(found)'"
    case .newer(let path, let version):
      "'\(path)' has version \(version); this program knows version \(Standoff<Correction>.version)"
    case .brokenHead(let path, let expected): "the head of '\(path)' has no line '\(expected)'"
    case .otherText(let path, let text):
      "'\(path)' was made for '\(text)' as it was then; the text at hand is another"
    }
  }

  /// A way out.
  public var help: String? {
    switch self {
    case .unusable: nil
    case .otherKind, .brokenHead: "nothing was written; name another file with --file"
    case .newer: "nothing was written; use the program that made it, or name another file"
    case .otherText: "nothing was written; put the text back, or name another file with --file"
    }
  }
}
