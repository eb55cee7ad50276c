/// Text with a role for each stretch, from which a writer makes colours, or nothing.
///
/// Roles say what a stretch is, never how it looks.
public struct StyledText: Sendable, Hashable {
  /// What a stretch of text is.
  public enum Role: Sendable, Hashable, CaseIterable {
    case plain, heading, dim, strong, error, warning, note, help, quote, cue, speaker, entity, code
    /// The name of a person, an organisation or a place.
    case person, organisation, place
    /// The words of one speaker among several, or a series of a chart, numbered from 0.
    case voice(Int)
    /// A name within the words of the speaker of that number.
    case voicedName(Int)

    /// The roles, with the voices that can be told apart by colour.
    public static let allCases: [Role] =
      [
        .plain, .heading, .dim, .strong, .error, .warning, .note, .help, .quote, .cue, .speaker,
        .entity, .code, .person, .organisation, .place,
      ] + (0..<6).flatMap { [.voice($0), .voicedName($0)] }
  }

  /// A stretch of one role.
  public struct Run: Sendable, Hashable {
    /// The characters, line ends included.
    public var text: String
    /// What they are.
    public var role: Role
  }

  /// The stretches in order.
  public private(set) var runs: [Run] = []

  /// Creates an empty text.
  public init() {}

  /// Creates a text of one role.
  public init(_ text: String, _ role: Role = .plain) { append(text, role) }

  /// Adds `text` at the end.
  public mutating func append(_ text: String, _ role: Role = .plain) {
    guard !text.isEmpty else { return }
    if let last = runs.indices.last, runs[last].role == role {
      runs[last].text += text
    } else {
      runs.append(Run(text: text, role: role))
    }
  }

  /// Adds all of `other` at the end.
  public mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, run.role) }
  }

  /// The characters without their roles.
  public var plain: String { runs.map(\.text).joined() }

  /// Whether there is no character.
  public var isEmpty: Bool { runs.isEmpty }
}

extension StyledText {
  /// The stretches of both, one after the other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var result = left
    result.append(right)
    return result
  }
}
