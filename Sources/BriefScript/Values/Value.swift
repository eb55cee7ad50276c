import BriefSource

/// Anything a script can hold.
public enum Value {
  /// What a command gives that gives nothing.
  case nothing
  /// The one absent value.
  case missing
  case bool(Bool)
  case int(Int)
  case number(Double)
  case text(Text)
  case date(CalendarDate)
  case duration(DayDuration)
  case place(Place)
  case list([Value])
  case table(Table)
  case record(Record)
  /// Text laid out for reading: a page of help, an excerpt with carets.
  case page(StyledText)

  /// A text with characters of its own.
  public static func text(_ string: String) -> Value { .text(Text(string)) }
}
