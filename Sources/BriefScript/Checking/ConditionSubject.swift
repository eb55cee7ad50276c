import BriefSource

/// What a condition tests, and the values that have to be tried to know all that it can come to.
struct ConditionSubject {
  /// Its type, if that is known.
  var type: ValueType?
  /// What it is compared with.
  var constants: [Value] = []
  /// All values it has beside missing, if they are few and known.
  var choices: [String]?
  /// Whether it is a condition of which nothing is known; it is never missing then.
  var isOpaque = false

  /// Values among which there is one for every way in which comparisons with the constants can come
  /// out; `nil` when that is not known.
  var samples: [Value]? {
    if isOpaque { return [.bool(true), .bool(false)] }
    let known = constants.filter { !$0.isMissing }
    if let choices {
      return choices.map { .text($0) } + [.missing]
    }
    let declared = type?.isOpen == true ? nil : type
    switch declared ?? known.first?.type {
    case .bool: return [.bool(true), .bool(false), .missing]
    case .int, .number:
      return Self.samples(known.map(\.asNumber), wholeOnly: declared == .int)
    case .text: return Self.texts(known)
    case .date: return Self.dates(known)
    default: return known.isEmpty ? [.missing, .nothing] : nil
    }
  }

  private static func samples(_ constants: [Double?], wholeOnly: Bool) -> [Value]? {
    var numbers: [Double] = [0]
    for constant in constants {
      // Beyond, not every whole number is one of these.
      guard let constant, abs(constant) < 1e15 else { return nil }
      numbers.append(constant)
    }
    numbers = Set(numbers).sorted()
    var samples: Set<Double> = []
    for (index, number) in numbers.enumerated() {
      let (floor, ceiling) = (number.rounded(.down), number.rounded(.up))
      samples.formUnion([floor - 1, floor, ceiling, ceiling + 1])
      if wholeOnly { continue }
      samples.insert(number)
      if index > 0 { samples.insert((numbers[index - 1] + number) / 2) }
    }
    return samples.sorted().map { wholeOnly ? .int(Int($0)) : .number($0) } + [.missing]
  }

  private static func texts(_ constants: [Value]) -> [Value]? {
    var samples: [Value] = [.missing, .text(""), .text("\u{10FFFF}")]
    for constant in constants {
      guard case .text(let text) = constant else { return nil }
      samples += [constant, .text(text.string + "\u{1}")]
    }
    return samples
  }

  /// Dates that begin and end at the edges of the constants and beside them, of every length.
  private static func dates(_ constants: [Value]) -> [Value]? {
    var edges: [CalendarDate] = []
    for constant in constants {
      guard case .date(let date) = constant else { return nil }
      for edge in [date.firstDay, date.lastDay] {
        edges += (-1...1).compactMap { CalendarDate(dayNumber: edge.dayNumber + $0) }
      }
      edges.append(date)
    }
    edges += [1, 2000, 9999].compactMap { CalendarDate(year: $0, month: 6, day: 15) }
    var samples: [CalendarDate] = []
    for edge in edges {
      samples.append(edge)
      if let month = edge.month, let date = CalendarDate(year: edge.year, month: month) {
        samples.append(date)
      }
      if let year = CalendarDate(year: edge.year) { samples.append(year) }
    }
    var seen: Set<CalendarDate> = []
    return samples.filter { seen.insert($0).inserted }.map { .date($0) } + [.missing]
  }
}
