import BriefSource

extension FunctionDeclaration {
  private static func list(_ kind: ElementKind) -> [Parameter] {
    [Parameter(name: "list", accepts: .listOf(kind))]
  }

  private static func elementType(_ types: [ValueType]) -> ValueType {
    if case .list(let element)? = types.first { element } else { .unknown }
  }

  /// A function over a list that computes what the aggregate of the same name does.
  private init(
    _ aggregate: AggregateDeclaration, _ kind: ElementKind, _ example: String,
    _ exampleResult: String
  ) {
    self.init(
      name: aggregate.name, parameters: Self.list(kind),
      result: { aggregate.result(Self.elementType($0)) }, summary: aggregate.summary,
      example: example, exampleResult: exampleResult
    ) { (values) throws(FormulaFault) in
      try aggregate.evaluate(values.list(0).filter { !$0.isMissing })
    }
  }

  static let listFunctions: [FunctionDeclaration] = [
    at,
    FunctionDeclaration(
      "count", [Parameter(name: "list", accepts: .countable)], .int,
      "how many elements the list or rows the table has", "count([3, 4])", "2"
    ) { values in
      switch values[0] {
      case .list(let elements): .int(elements.count)
      case .table(let table): .int(table.count)
      default: .missing
      }
    },
    FunctionDeclaration(
      name: "distinct", parameters: list(.any), result: { $0.first ?? .unknown },
      summary: "the list without elements that repeat an earlier one",
      example: "distinct([3, 4, 3])", exampleResult: "3; 4"
    ) { values in
      var seen: Set<Value> = []
      return .list(values.list(0).filter { seen.insert($0).inserted })
    },
    FunctionDeclaration(.first, .any, "first([3, 4])", "3"),
    FunctionDeclaration(.last, .any, "last([3, 4])", "4"),
    FunctionDeclaration(.max, .ordered, "max([3, 4])", "4"),
    FunctionDeclaration(.mean, .numeric, "mean([3, 4])", "3.5"),
    FunctionDeclaration(.median, .numeric, "median([3, 4, 9])", "4.0"),
    FunctionDeclaration(.min, .ordered, "min([3, 4])", "3"),
    reverse,
    sort,
    FunctionDeclaration(.sum, .numeric, "sum([3, 4])", "7"),
  ]

  // MARK: Dates

  private static let date = Parameter(name: "date", accepts: .type(.date))
  private static let n = Parameter(name: "n", accepts: .type(.int))

  private static func duration(
    _ name: String, _ summary: String, _ example: String, _ exampleResult: String,
    months: Int, days: Int
  ) -> FunctionDeclaration {
    FunctionDeclaration(name, [n], .duration, summary, example, exampleResult) {
      (values) throws(FormulaFault) in
      guard case .int(let count) = values[0] else { return .missing }
      let (months, tooManyMonths) = count.multipliedReportingOverflow(by: months)
      let (days, tooManyDays) = count.multipliedReportingOverflow(by: days)
      if tooManyMonths || tooManyDays { throw FormulaFault(.overflow("the duration")) }
      return .duration(DayDuration(months: months, days: days))
    }
  }

  private static func part(
    _ name: String, _ type: ValueType, _ summary: String, _ example: String,
    _ exampleResult: String, _ part: @escaping @Sendable (CalendarDate) -> Value?
  ) -> FunctionDeclaration {
    FunctionDeclaration(name, [date], type, summary, example, exampleResult) { values in
      if case .date(let date) = values[0] { part(date) ?? .missing } else { .missing }
    }
  }

  static let dateFunctions: [FunctionDeclaration] = [
    FunctionDeclaration(
      "date", [Parameter(name: "text", accepts: .type(.text))], .date,
      "the date a text is; missing where it is none", #"date("2025-11-14")"#, "2025-11-14"
    ) { values in
      CalendarDate(values.string(0)).map(Value.date) ?? .missing
    },
    part("day", .int, "the day of the month", "day(2025-11-14)", "14") {
      $0.day.map(Value.int)
    },
    duration(
      "days", "a duration of n days", "2025-11-14 + days(3)", "2025-11-17",
      months: 0, days: 1),
    part(
      "month", .date, "the month the date lies in, with its year", "month(2025-11-14)", "2025-11"
    ) { date in
      date.month.flatMap { CalendarDate(year: date.year, month: $0) }.map(Value.date)
    },
    duration(
      "months", "a duration of n months", "2025-11-30 + months(3)", "2026-02-28",
      months: 1, days: 0),
    part(
      "quarter", .text, "the quarter of the year that the date lies in", "quarter(2025-11-14)",
      "2025-Q4"
    ) { date in
      date.quarter.map { .text($0) }
    },
    part(
      "week", .text, "the week of ISO 8601 that the date lies in", "week(2025-11-14)",
      "2025-W46"
    ) { date in
      date.week.map { .text($0) }
    },
    part("weekday", .text, "the English name of the day", "weekday(2025-11-14)", "Friday") {
      date in
      date.weekday.map { .text($0) }
    },
    duration(
      "weeks", "a duration of n weeks", "2025-11-14 - weeks(1)", "2025-11-07",
      months: 0, days: 7),
    part("year", .int, "the year of the date", "year(2025-11-14)", "2025") { .int($0.year) },
    duration(
      "years", "a duration of n years", "2025-11-14 + years(1)", "2026-11-14",
      months: 12, days: 0),
  ]
}
