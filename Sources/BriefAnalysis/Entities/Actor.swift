import BriefSource

/// What the user's actor file says of somebody or something.
public struct Actor: Sendable, Hashable {
  /// The name that is to be shown.
  public let name: String
  /// Other names that mean the same.
  public let aliases: [String]
  /// What it is; `nil` where the file does not say.
  public let kind: EntityKind?
  /// The role: "Foreign Minister".
  public let role: String?
  /// Whose role it is: "Pakistan".
  public let affiliation: String?
  /// The first day it holds; `nil` for always.
  public let from: CalendarDate?
  /// The last day it holds; `nil` for until now.
  public let to: CalendarDate?
  /// The file.
  public let file: String
  /// The line in the file, from 1.
  public let line: Int

  /// How a role with a first and a last day stands on a day.
  public enum Standing: String, Sendable {
    /// It holds.
    case current
    /// It had run out before.
    case ended
    /// It had not begun.
    case ahead
    /// The day of the briefing is not known, and the role has a first or last day.
    case undated
  }

  /// How it stands on `day`, the date of a briefing.
  public func standing(on day: CalendarDate?) -> Standing {
    guard from != nil || to != nil else { return .current }
    guard let day else { return .undated }
    if let to, to < day { return .ended }
    if let from, day < from { return .ahead }
    return .current
  }
}
