/// What holds in a class, where every learner is to see the same.
public struct Classroom: Sendable, Hashable {
  /// Who is learning.
  public let learner: String
  /// Whether solutions may be shown.
  public let showsSolutions: Bool

  /// The columns that everything is laid out for.
  public static let width = 80

  /// Creates a class of one learner.
  public init(learner: String, showsSolutions: Bool = false) {
    self.learner = learner
    self.showsSolutions = showsSolutions
  }

  /// The name of the file that takes the progress of `learner`.
  ///
  /// Letters and digits stay, all else becomes a hyphen, so that any name gives a file in the
  /// working directory.
  public static func fileName(of learner: String) -> String {
    let letters = learner.map { $0.isLetter || $0.isNumber ? $0 : "-" }
    let name = String(letters).split(separator: "-").joined(separator: "-")
    return (name.isEmpty ? "learner" : name) + ".progress"
  }
}
