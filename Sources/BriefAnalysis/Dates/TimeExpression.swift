import BriefSource

/// An expression of time in a briefing, with its value in the notation of TIMEX3.
///
/// What is not known stays open: a value has `X` in the place of each digit that neither the words
/// nor a known date give. The notation is that of "TimeML 1.2.1, A Formal Specification Language
/// for Events and Temporal Expressions" (2005).
public struct TimeExpression: Sendable {
  /// The types of TIMEX3.
  public enum Kind: String, Sendable, CaseIterable {
    /// A day or something longer in the calendar.
    case date = "DATE"
    /// A time of day.
    case time = "TIME"
    /// A length of time.
    case duration = "DURATION"
    /// What recurs.
    case set = "SET"
  }

  /// What the value was reckoned from.
  public enum Anchor: Hashable, Sendable {
    /// Nothing; the words say it all.
    case words
    /// The date of the briefing.
    case briefing(CalendarDate)
    /// Another expression, by its number.
    case expression(Int)
    /// Something that happened, whose date is not said: "since the bridge fell".
    case event
    /// It would have to be reckoned from a date that is not known.
    case open

    /// Its name in tables and annotations.
    public var name: String {
      switch self {
      case .words: "words"
      case .briefing: "briefing"
      case .expression: "text"
      case .event: "event"
      case .open: "open"
      }
    }
  }

  /// Its number in the briefing, from 0 in text order.
  public let id: Int
  /// The words.
  public let range: TextRange
  /// The same, as token indices.
  public let tokens: Range<Int>
  /// Date, time, duration or set.
  public let kind: Kind
  /// `2025-11-14`, `2025-W46`, `XXXX-11-17`, `P3D`, `PRESENT_REF`.
  public let value: String
  /// The first day it covers; `nil` where that is not known.
  public let start: CalendarDate?
  /// The last day it covers; `nil` where that is not known.
  public let end: CalendarDate?
  /// The part of it that is meant: `START`, `MID`, `END`.
  public let modifier: String?
  /// What it was reckoned from.
  public let anchor: Anchor
  /// How the value was found, in one clause, for `why`.
  public let reason: String
  /// How sure the value is.
  public let confidence: Confidence
  /// The years that the words would fit, where more than one does.
  public let candidateYears: [Int]
}
