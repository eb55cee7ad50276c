import BriefSource

/// Reads dates and times of day as the head of a briefing gives them.
struct DateReader {
  private let source: Source
  /// The words of one line: letters and digits together, everything else apart and dropped.
  private var words: [(text: String, range: TextRange)] = []

  /// Splits `range`, which should be one short line, into words.
  init(_ source: Source, _ range: TextRange) {
    self.source = source
    var start: Int?
    for offset in range.offsets {
      let byte = source.bytes[offset] | 0x20
      let isPart =
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(source.bytes[offset])
        || source.bytes[offset] >= 0x80
      if isPart {
        if start == nil { start = offset }
      } else if let first = start {
        append(TextRange(first, offset))
        start = nil
      }
    }
    if let first = start { append(TextRange(first, range.end)) }
  }

  private mutating func append(_ range: TextRange) {
    words.append((source[range].lowercased(), range))
  }

  /// The place of word `index`.
  func wordRange(_ index: Int) -> TextRange { words[index].range }

  /// Whether word `index` is the name of a day, in full.
  func isWeekday(_ index: Int) -> Bool {
    words[index].text.hasSuffix("day") && Self.fillers.contains(words[index].text)
  }

  /// The number of words of the line.
  var count: Int { words.count }

  /// The first date with day, month and year, or `nil`.
  var fullDate: Structure.GivenDate? {
    for index in words.indices {
      if let found = date(at: index), let value = found.value {
        return Structure.GivenDate(
          range: TextRange(words[index].range.start, words[found.end - 1].range.end), value: value)
      }
    }
    return nil
  }

  /// Whether the line holds a date or a time of day and nothing else.
  var isDateOrTime: Bool {
    guard !words.isEmpty, words.count <= 14 else { return false }
    var index = 0
    var found = false
    while index < words.count {
      if let date = date(at: index) {
        index = date.end
        found = true
      } else if let end = time(at: index) {
        index = end
        found = true
      } else if Self.fillers.contains(words[index].text) {
        index += 1
      } else {
        return false
      }
    }
    return found
  }

  /// The end of the date that begins at word `index`; its value only when it is full.
  func date(at index: Int) -> (end: Int, value: CalendarDate?)? {
    let first = words[index].text
    if let month = Self.months[first] {
      guard index + 1 < words.count, let day = day(index + 1) else { return nil }
      if index + 2 < words.count, let year = year(index + 2) {
        return (index + 3, CalendarDate(year: year, month: month, day: day))
      }
      return (index + 2, nil)
    }
    if let day = day(index), index + 1 < words.count {
      let next = words[index + 1].text == "of" ? index + 2 : index + 1
      if next < words.count, let month = Self.months[words[next].text] {
        if next + 1 < words.count, let year = year(next + 1) {
          return (next + 2, CalendarDate(year: year, month: month, day: day))
        }
        return (next + 1, nil)
      }
    }
    // 2025-11-14
    if let year = year(index), index + 2 < words.count, words[index + 1].text.utf8.count == 2,
      words[index + 2].text.utf8.count == 2, let month = Int(words[index + 1].text),
      let day = Int(words[index + 2].text),
      source.bytes[words[index].range.end] == UInt8(ascii: "-")
    {
      return CalendarDate(year: year, month: month, day: day).map { (index + 3, $0) }
    }
    return nil
  }

  private func time(at index: Int) -> Int? {
    let isNumber = words[index].text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber, let hour = Int(words[index].text), hour <= 24 {
      var end = index + 1
      let separator = source.bytes[words[index].range.end...].first
      if separator == UInt8(ascii: ":") || separator == UInt8(ascii: "."), end < words.count,
        let minute = Int(words[end].text), minute < 60
      {
        end += 1
        return suffix(end) ?? end
      }
      return suffix(end)
    }
    // 7pm
    for half in ["am", "pm"] where words[index].text.hasSuffix(half) {
      if Int(words[index].text.dropLast(2)) != nil { return index + 1 }
    }
    return nil
  }

  /// The end of `A.M.`, `pm`, `hours` and a time zone at `index`, or `nil` when there is none.
  private func suffix(_ index: Int) -> Int? {
    var end = index
    if end < words.count, ["am", "pm", "hours", "hrs", "noon"].contains(words[end].text) {
      end += 1
    } else if end + 1 < words.count, ["a", "p"].contains(words[end].text),
      words[end + 1].text == "m"
    {
      end += 2
    }
    if end < words.count, (2...4).contains(words[end].range.count),
      source.bytes[words[end].range.offsets].allSatisfy({ (0x41...0x5A).contains($0) })
    {
      end += 1
    }
    return end > index ? end : nil
  }

  private func day(_ index: Int) -> Int? {
    var text = words[index].text[...]
    for ending in ["st", "nd", "rd", "th"] where text.hasSuffix(ending) { text = text.dropLast(2) }
    guard text.utf8.count <= 2, let day = Int(text), (1...31).contains(day) else { return nil }
    return day
  }

  private func year(_ index: Int) -> Int? {
    guard words[index].text.utf8.count == 4, let year = Int(words[index].text),
      (1900...2199).contains(year)
    else { return nil }
    return year
  }

  private static let fillers: Set<String> = {
    var words: Set<String> = [
      "at", "on", "date", "dated", "time", "published", "updated", "posted", "last", "local",
      "released", "release", "the", "from", "to", "issued",
    ]
    for weekday in 1...7 {
      words.insert(CalendarNames.weekdays[weekday - 1].lowercased())
      for short in CalendarNames.shortWeekdays(weekday) { words.insert(short.lowercased()) }
    }
    return words
  }()

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for month in 1...12 {
      months[CalendarNames.months[month - 1].lowercased()] = month
      for short in CalendarNames.shortMonths(month) { months[short.lowercased()] = month }
    }
    return months
  }()
}
