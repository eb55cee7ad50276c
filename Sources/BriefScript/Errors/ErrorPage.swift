/// What there is to know of a message beyond the message itself: what it means, an example that
/// gives it, and the example mended.
///
/// What the program says of the example is no part of the declaration: whoever shows the page runs
/// the example. Another message gets a page by one more declaration in ``language``, or in the list
/// of the module that the message comes from.
public struct ErrorPage: Sendable, Hashable {
  /// What the examples are.
  public enum Subject: Sendable, Hashable {
    /// A script, which is run over a briefing.
    case script
    /// Lines that are typed one after the other.
    case prompt
    /// The text of a briefing.
    case briefing
    /// A file of actors.
    case actors
    /// A line of the operating system's shell. It may read and write files, so it is not run to
    /// show the page, and the page holds what is said.
    case commandLine(says: String)
  }

  /// The id of the message; a second page of one id is about another place where it comes up.
  public let id: String
  /// What is wrong, in a few words without an article before them or a full stop after them.
  public let title: String
  /// What it means and why it is a mistake; paragraphs with an empty line between them.
  public let explanation: String
  /// What the examples are.
  public let subject: Subject
  /// An example that gives the message.
  public let wrong: String
  /// The example mended.
  public let right: String

  /// Creates a page.
  public init(
    _ id: String, _ title: String, _ explanation: String, in subject: Subject = .script,
    wrong: String, right: String
  ) {
    self.id = id
    self.title = title
    self.explanation = explanation
    self.subject = subject
    self.wrong = wrong
    self.right = right
  }

  /// The pages of every message of the language, by id.
  public static let language: [ErrorPage] =
    (formPages + valuePages + namePages + argumentPages + typePages + tablePages + statementPages
    + blockPages + scriptPages + conditionPages)
    .sorted { $0.id < $1.id }
}
