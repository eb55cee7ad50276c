import BriefScript
import BriefSource

/// A session as it is kept in a file: the lines that were run, what they found in the files they
/// read, and the settings.
///
/// Lines are kept and not values: run again over the texts that are kept with them, they give the
/// same answers, each with its place and its reasons. The texts are in the file, so that a briefing
/// that is changed or deleted later is lost to nobody.
public struct SavedSession: Sendable {
  /// The version of the format that this program writes.
  public static let format = 1

  /// When it was saved, as `2025-11-14T09:30:00Z`.
  public var time: String
  /// The version of the program that saved it.
  public var program: String
  /// How many briefings were loaded.
  public var briefingCount: Int
  /// The lines of the session.
  public var lines: [PromptLine]
  /// The settings that had been changed.
  public var settings: [(key: String, value: String)]

  /// The session as it is now, saved at `time`.
  init(_ session: Session, at time: String) {
    self.time = time
    program = Manual.version
    briefingCount = session.briefings.count
    lines = session.prompt.past
    let settings = session.prompt.settings
    self.settings = settings.changed.map { ($0.rawValue, settings[$0]) }
  }

  init(
    time: String, program: String, briefingCount: Int, lines: [PromptLine],
    settings: [(key: String, value: String)]
  ) {
    self.time = time
    self.program = program
    self.briefingCount = briefingCount
    self.lines = lines
    self.settings = settings
  }

  /// What it holds, in a few words: `2 briefings, 14 lines`.
  public var summary: String {
    let typed = lines.count { $0.origin == .typed }
    return "\(briefingCount) \(briefingCount == 1 ? "briefing" : "briefings"), "
      + "\(typed) \(typed == 1 ? "line" : "lines")"
  }
}
