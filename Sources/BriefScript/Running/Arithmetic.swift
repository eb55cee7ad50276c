import BriefSource

/// What the operators of formulas compute.
enum Arithmetic {
  /// The result of `operation`; missing if an operand is.
  ///
  /// - Throws: ``FormulaFault`` at overflow and division by zero.
  static func apply(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws(FormulaFault) -> Value {
    if left.isMissing || right.isMissing { return .missing }
    switch operation {
    case .plus: return try sum(left, right)
    case .minus: return try difference(left, right)
    case .times: return try product(left, right)
    case .divided:
      guard let dividend = left.asNumber, let divisor = right.asNumber else { return .missing }
      if divisor == 0 { throw FormulaFault(.divisionByZero) }
      return try finite(dividend / divisor)
    case .remainder:
      guard case .int(let dividend) = left, case .int(let divisor) = right else {
        return .missing
      }
      if divisor == 0 { throw FormulaFault(.divisionByZero) }
      // The one remainder whose quotient overflows; it is 0.
      return .int(divisor == -1 ? 0 : dividend % divisor)
    default: return .missing
    }
  }

  /// The value with the other sign.
  static func negated(_ value: Value) throws(FormulaFault) -> Value {
    switch value {
    case .int(let number):
      if number == .min { throw FormulaFault(.overflow("the result")) }
      return .int(-number)
    case .number(let number): return .number(-number)
    case .duration(let duration): return try counted(duration.negated)
    default: return .missing
    }
  }

  static func sum(_ left: Value, _ right: Value) throws(FormulaFault) -> Value {
    switch (left, right) {
    case (.int(let left), .int(let right)):
      return try counted(left.addingReportingOverflow(right))
    case (.text(let left), .text(let right)): return .text(left.string + right.string)
    case (.list(let left), .list(let right)): return .list(left + right)
    case (.date(let date), .duration(let duration)), (.duration(let duration), .date(let date)):
      return try shifted(date, duration)
    case (.duration(let left), .duration(let right)): return try counted(left.adding(right))
    default:
      guard let left = left.asNumber, let right = right.asNumber else { return .missing }
      return try finite(left + right)
    }
  }

  private static func difference(
    _ left: Value, _ right: Value
  ) throws(FormulaFault) -> Value {
    switch (left, right) {
    case (.int(let left), .int(let right)):
      return try counted(left.subtractingReportingOverflow(right))
    case (.date(let left), .date(let right)):
      // Between dates that are not days there is no number of days.
      guard left.day != nil, right.day != nil else { return .missing }
      return .duration(DayDuration(days: left.dayNumber - right.dayNumber))
    case (.date(let date), .duration(let duration)):
      guard let back = duration.negated else { throw FormulaFault(.overflow("the duration")) }
      return try shifted(date, back)
    case (.duration(let left), .duration(let right)):
      return try counted(right.negated.flatMap { left.adding($0) })
    default:
      guard let left = left.asNumber, let right = right.asNumber else { return .missing }
      return try finite(left - right)
    }
  }

  private static func product(_ left: Value, _ right: Value) throws(FormulaFault) -> Value {
    switch (left, right) {
    case (.int(let left), .int(let right)):
      return try counted(left.multipliedReportingOverflow(by: right))
    case (.duration(let duration), .int(let count)), (.int(let count), .duration(let duration)):
      let (months, tooManyMonths) = duration.months.multipliedReportingOverflow(by: count)
      let (days, tooManyDays) = duration.days.multipliedReportingOverflow(by: count)
      if tooManyMonths || tooManyDays { throw FormulaFault(.overflow("the duration")) }
      return .duration(DayDuration(months: months, days: days))
    default:
      guard let left = left.asNumber, let right = right.asNumber else { return .missing }
      return try finite(left * right)
    }
  }

  private static func shifted(
    _ date: CalendarDate, _ duration: DayDuration
  ) throws(FormulaFault) -> Value {
    if duration.days != 0, date.day == nil { return .missing }
    if duration.months % 12 != 0, date.month == nil { return .missing }
    guard let date = date.adding(duration) else {
      throw FormulaFault(.dateOutOfRange)
    }
    return .date(date)
  }

  private static func counted(
    _ result: (partialValue: Int, overflow: Bool)
  ) throws(FormulaFault) -> Value {
    if result.overflow { throw FormulaFault(.overflow("the result")) }
    return .int(result.partialValue)
  }

  private static func counted(_ duration: DayDuration?) throws(FormulaFault) -> Value {
    guard let duration else { throw FormulaFault(.overflow("the duration")) }
    return .duration(duration)
  }

  private static func finite(_ number: Double) throws(FormulaFault) -> Value {
    if !number.isFinite { throw FormulaFault(.overflow("the result")) }
    return .number(number)
  }
}
