import BriefSource
import BriefText

/// Reads the dateline that opens a report: `GENEVA (Reuters) -`, `LONDON, March 2 —`, `ISLAMABAD:`.
struct DatelineReader {
  /// A dateline at the start of a paragraph.
  struct Dateline {
    /// The place, without date, agency and punctuation.
    let place: TextRange
    /// The agency in brackets.
    let agency: TextRange?
    /// A date with day, month and year.
    let date: Structure.GivenDate?
    /// Where the report begins.
    let contentStart: Int
    /// Whether only its form speaks for it: capitals and a colon, as in a transcript.
    let isBareColon: Bool
  }

  private let source: Source

  /// The farthest from the start of the paragraph that a dateline may reach, in bytes.
  private static let limit = 100

  /// Creates a reader for `source`.
  init(_ source: Source) { self.source = source }

  private static let placeNames: FormTable = {
    var names = FormTable(capacity: 2400, length: 9)
    var rows = LexiconReader(.places)
    var lower: [UInt8] = []
    while rows.advance() {
      let name = rows[0]
      guard name.allSatisfy({ $0 < 0x80 }) else {
        names.update(rows.string(0).lowercased()) { _ in 1 }
        continue
      }
      lower.removeAll(keepingCapacity: true)
      for byte in name { lower.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
      lower.withUnsafeBufferPointer { names.update($0) { _ in 1 } }
    }
    return names
  }()

  /// Whether `name` is that of a place, in any case.
  func isPlace(_ name: String) -> Bool { Self.placeNames[name.lowercased()] != nil }

  /// The dateline at the start of `range`, or `nil`. Constant time.
  func dateline(in range: TextRange) -> Dateline? {
    let bytes = source.bytes
    let end = min(range.end, range.start + Self.limit)
    guard let separator = separator(range.start, end, range.end) else { return nil }
    let head = TextRange(range.start, separator.start)
    guard !head.isEmpty else { return nil }
    var placeEnd = head.end
    var agency: TextRange?
    if let open = bytes[head.offsets].firstIndex(of: UInt8(ascii: "(")) {
      guard let close = bytes[open..<head.end].firstIndex(of: UInt8(ascii: ")")), close > open + 1
      else { return nil }
      agency = TextRange(open + 1, close)
      placeEnd = open
      // Nothing but white space may stand between the bracket and the dash.
      guard bytes[(close + 1)..<head.end].allSatisfy({ $0 == 0x20 }) else { return nil }
    }
    let (place, rest) = splitDate(TextRange(head.start, trimmed(head.start, placeEnd)))
    guard let place, let isCapitals = readsAsPlace(place) else { return nil }
    let reader = rest.map { DateReader(source, $0) }
    if let reader, !reader.isDateOrTime { return nil }
    let hasDate = reader?.isDateOrTime ?? false
    let name = source[place]
    let isKnown =
      isPlace(name) || name.split(separator: ",").first.map { isPlace(String($0)) } == true
    if separator.isColon {
      guard agency == nil, isCapitals || isKnown else { return nil }
    } else if !isCapitals {
      guard agency != nil || hasDate || isKnown else { return nil }
    }
    return Dateline(
      place: place, agency: agency, date: reader?.fullDate, contentStart: separator.end,
      isBareColon: separator.isColon && !isKnown && !hasDate)
  }

  /// The first colon or dash with white space behind it, and where the text goes on.
  private func separator(
    _ start: Int, _ end: Int, _ limit: Int
  ) -> (start: Int, end: Int, isColon: Bool)? {
    let bytes = source.bytes
    var offset = start
    var depth = 0
    while offset < end {
      let (scalar, length) = LineShape.scalar(bytes, offset, limit)
      var after = offset + length
      switch scalar {
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case 0x22, 0x201C, 0x201D, 0x2018, 0x3F, 0x21, 0x3B: return nil
      case 0x3A where depth == 0, 0x2D where depth == 0, 0x2013 where depth == 0,
        0x2014 where depth == 0, 0x2015 where depth == 0:
        while after < limit, bytes[after] == 0x2D { after += 1 }
        guard after < limit else { return nil }
        let (next, _) = LineShape.scalar(bytes, after, limit)
        let isClosed = LineShape.isSpace(next)
        let isWide = scalar == 0x2014 || scalar == 0x2015
        // A hyphen or short dash inside a word separates nothing; an em dash may stand close.
        guard isClosed || isWide else { break }
        if scalar == 0x2D || scalar == 0x2013, offset > start, bytes[offset - 1] != 0x20,
          bytes[offset - 1] != 0x29, after - offset == length
        {
          break
        }
        while after < limit {
          let (space, width) = LineShape.scalar(bytes, after, limit)
          guard LineShape.isSpace(space) else { break }
          after += width
        }
        guard after < limit else { return nil }
        return (trimmed(start, offset), after, scalar == 0x3A)
      default: break
      }
      offset += length
    }
    return nil
  }

  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, source.bytes[end - 1] <= 0x20 || source.bytes[end - 1] == 0x2C { end -= 1 }
    return end
  }

  /// Splits `NEW YORK, Dec. 22` before the date.
  private func splitDate(_ range: TextRange) -> (place: TextRange?, date: TextRange?) {
    let reader = DateReader(source, range)
    guard let first = reader.firstDateOffset else { return (range, nil) }
    guard first > range.start else { return (nil, nil) }
    let end = trimmed(range.start, first)
    return (end > range.start ? TextRange(range.start, end) : nil, TextRange(first, range.end))
  }

  /// Whether the words of `range` may name a place, and if so whether they are in capitals.
  private func readsAsPlace(_ range: TextRange) -> Bool? {
    let shape = LineShape(source.bytes, range)
    guard (1...7).contains(shape.words), shape.digits == 0, shape.upper >= 2 || shape.words == 1
    else { return nil }
    var words = 0
    var isFirstPartCapitals = true
    var isFirstPart = true
    for word in source[range].split(whereSeparator: { $0 == " " || $0 == "/" }) {
      words += 1
      let bare = word.filter { $0 != "," && $0 != "." }
      guard let first = bare.unicodeScalars.first else { continue }
      let isConnector = ["of", "the", "de", "la", "al", "en", "and", "du"].contains(bare)
      if LineShape.letterCase(first.value) != .upper, !isConnector { return nil }
      if isFirstPart,
        bare.unicodeScalars.contains(where: { LineShape.letterCase($0.value) == .lower })
      {
        isFirstPartCapitals = false
      }
      if word.hasSuffix(",") { isFirstPart = false }
      if SpeakerLabel.isRole(bare.uppercased()) { return nil }
    }
    guard shape.upper >= 2 || !isFirstPartCapitals else { return nil }
    return isFirstPartCapitals
  }
}

extension DateReader {
  /// Where the first date, with or without a year, or weekday begins.
  var firstDateOffset: Int? {
    for index in 0..<count where date(at: index) != nil || isWeekday(index) {
      return wordRange(index).start
    }
    return nil
  }
}
