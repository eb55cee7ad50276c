import BriefSource

/// Finds the stretches in quotation marks within single blocks.
///
/// Double marks are the outer ones; inside them single marks belong to what is quoted. Outside of
/// them single marks count when an opening one has its closing one in the same block and neither is
/// an apostrophe. Every step moves forward, so the time is linear in the number of bytes.
struct QuotationMarkReader {
  private let bytes: [UInt8]
  private let range: TextRange
  private let block: Int
  private var marks: [Mark] = []
  /// Whether a double mark opened inside another is taken for a quotation within it.
  private var nests = false
  /// What was found.
  private(set) var found = QuotationMarks()

  /// One mark with what stands around it.
  private struct Mark {
    enum Shape {
      case openDouble, closeDouble, straightDouble, lowDouble
      case openSingle, closeSingle, straightSingle
      case openGuillemet, closeGuillemet, openCorner, closeCorner
    }
    let range: TextRange
    let shape: Shape
    /// Whether something that may stand before an opening mark stands before it.
    let canOpen: Bool
    /// Whether something that may stand after a closing mark stands after it.
    let canClose: Bool
    /// Whether a letter stands before, and whether that letter is an s.
    let followsLetter: Bool
    let followsS: Bool
    /// Whether a white space and then a small letter stand after it.
    let precedesSmallWord: Bool
    /// Whether a digit stands before or after it.
    let followsDigit: Bool
    let precedesDigit: Bool
  }

  /// Reads the block numbered `block` whose words are `range`.
  init(_ source: Source, _ range: TextRange, block: Int) {
    bytes = source.bytes
    self.range = range
    self.block = block
    gatherMarks()
    guard !marks.isEmpty else { return }
    nests = isBalanced
    readDouble()
  }

  // MARK: Marks

  private mutating func gatherMarks() {
    var offset = range.start
    while offset < range.end {
      let byte = bytes[offset]
      if byte != 0x22, byte != 0x27, byte != 0x60, byte < 0xC2 {
        offset += 1
        continue
      }
      let (scalar, length) = LineShape.scalar(bytes, offset, range.end)
      var end = offset + length
      var shape: Mark.Shape
      switch scalar {
      case 0x22, 0xFF02: shape = .straightDouble
      case 0x201C, 0x201F, 0x301D: shape = .openDouble
      case 0x201D, 0x301E: shape = .closeDouble
      case 0x201E: shape = .lowDouble
      case 0x2018, 0x201B: shape = .openSingle
      case 0x2019: shape = .closeSingle
      case 0x27: shape = .straightSingle
      case 0x60: shape = .openSingle
      case 0xAB: shape = .openGuillemet
      case 0xBB: shape = .closeGuillemet
      case 0x300C, 0x300E: shape = .openCorner
      case 0x300D, 0x300F: shape = .closeCorner
      default:
        offset = end
        continue
      }
      // Two single marks side by side are one double mark.
      if end < range.end, shape == .straightSingle || shape == .openSingle || shape == .closeSingle
      {
        let (next, width) = LineShape.scalar(bytes, end, range.end)
        if next == scalar {
          shape =
            shape == .openSingle
            ? .openDouble
            : shape == .closeSingle
              ? .closeDouble
              : .straightDouble
          end += width
        }
      }
      if scalar == 0x60, shape == .openSingle {
        offset = end
        continue
      }
      append(shape, TextRange(offset, end))
      offset = end
    }
  }

  private mutating func append(_ shape: Mark.Shape, _ place: TextRange) {
    let before = place.start > range.start ? scalarBefore(place.start) : nil
    let after = place.end < range.end ? LineShape.scalar(bytes, place.end, range.end).0 : nil
    let isBeforeSpace = before.map(LineShape.isSpace) ?? true
    let isAfterSpace = after.map(LineShape.isSpace) ?? true
    var precedesSmallWord = false
    if isAfterSpace, place.end + 1 < range.end {
      precedesSmallWord = (0x61...0x7A).contains(bytes[place.end + 1])
    }
    let isLetterBefore = before.map { LineShape.letterCase($0) != .none } ?? false
    let isDigitBefore = before.map { (0x30...0x39).contains($0) } ?? false
    let isAlphanumericAfter =
      after.map { LineShape.letterCase($0) != .none || (0x30...0x39).contains($0) } ?? false
    marks.append(
      Mark(
        range: place, shape: shape,
        canOpen: !isAfterSpace && (isBeforeSpace || before.map(Self.mayPrecede) ?? true),
        canClose: before != nil && !isBeforeSpace && !isAlphanumericAfter,
        followsLetter: isLetterBefore, followsS: before == 0x73 || before == 0x53,
        precedesSmallWord: precedesSmallWord, followsDigit: isDigitBefore,
        precedesDigit: after.map { (0x30...0x39).contains($0) } ?? false))
  }

  private func scalarBefore(_ offset: Int) -> UInt32 {
    var start = offset - 1
    while start > range.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return LineShape.scalar(bytes, start, range.end).0
  }

  /// Brackets, dashes, slashes and other marks, after which a quotation may open.
  private static func mayPrecede(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x5B, 0x7B, 0x2D, 0x2010...0x2015, 0x2F, 0x3A, 0x2A, 0x5F, 0x2026, 0x2E: true
    default: LineShape.isQuotationMark(scalar)
    }
  }

  // MARK: Double marks

  private mutating func readDouble() {
    var index = 0
    while index < marks.count {
      let mark = marks[index]
      switch mark.shape {
      case .openDouble, .lowDouble: index = readStretch(index, .double)
      case .straightDouble:
        // `id="…"` is the value of an attribute that markup left in the text.
        if mark.range.start > range.start, bytes[mark.range.start - 1] == UInt8(ascii: "=") {
          index = endOfAttribute(index)
          continue
        }
        // Inches and seconds close nothing and open nothing.
        if mark.canOpen || (!mark.followsDigit && !mark.followsLetter && !isAtEnd(mark)) {
          index = readStretch(index, .double)
        } else {
          if !mark.followsDigit { found.unmatched.append(mark.range) }
          index += 1
        }
      case .closeDouble:
        // A closing mark in an opening place was typed for an opening one.
        if mark.canOpen, !mark.canClose {
          index = readStretch(index, .double)
        } else {
          found.unmatched.append(mark.range)
          index += 1
        }
      case .openGuillemet: index = readStretch(index, .guillemets)
      case .openCorner: index = readStretch(index, .corners)
      case .openSingle, .straightSingle:
        if let close = closingSingle(index) {
          add(mark.range, marks[close].range, .single)
          index = close + 1
        } else if isParagraphOpening(mark) {
          index = marks.count
          add(mark.range, nil, .single)
        } else {
          index += 1
        }
      case .closeGuillemet where mark.canOpen && !mark.canClose:
        // »…«, as German and Danish have it.
        if let close = reversedClose(index) {
          add(mark.range, marks[close].range, .guillemets)
          index = close + 1
        } else {
          add(mark.range, nil, .guillemets)
          index = marks.count
        }
      case .closeSingle, .closeGuillemet, .closeCorner: index += 1
      }
    }
  }

  /// The index after the mark that closes the value opened at `index`.
  private func endOfAttribute(_ index: Int) -> Int {
    var next = index + 1
    while next < marks.count {
      if marks[next].shape == .straightDouble { return next + 1 }
      next += 1
    }
    return next
  }

  /// The index of the « that closes the » at `index`.
  private func reversedClose(_ index: Int) -> Int? {
    (index + 1..<marks.count).first { marks[$0].shape == .openGuillemet && marks[$0].canClose }
  }

  private func isAtEnd(_ mark: Mark) -> Bool { mark.range.end >= range.end }

  /// Whether a single mark opens the block and every other mark in it is an apostrophe.
  private func isParagraphOpening(_ mark: Mark) -> Bool {
    mark.shape == .openSingle && mark.range.start == range.start && mark.canOpen
      && !mark.precedesDigit && range.count > 80
  }

  /// Whether the curly double marks of the block nest properly.
  ///
  /// When they do not, some mark is missing, and a stretch ends at the next mark of either kind.
  private var isBalanced: Bool {
    var depth = 0
    for mark in marks {
      switch mark.shape {
      case .openDouble where mark.canOpen || !mark.canClose: depth += 1
      case .openDouble, .closeDouble: depth -= 1
      case .straightDouble, .lowDouble: return false
      default: break
      }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// Reads the stretch opened by the mark at `index` and gives the index after its last mark.
  private mutating func readStretch(_ index: Int, _ style: QuotedStretch.Style) -> Int {
    let open = marks[index]
    var depth = 1
    var next = index + 1
    while next < marks.count {
      let mark = marks[next]
      switch (style, mark.shape) {
      case (.double, .closeDouble): depth -= 1
      case (.double, .openDouble):
        if open.shape == .lowDouble || (mark.canClose && !mark.canOpen) {
          depth -= 1
        } else if nests {
          depth += 1
        } else {
          return reopen(index, at: next, style)
        }
      case (.double, .straightDouble):
        if open.shape == .straightDouble, mark.canOpen, !mark.canClose {
          return reopen(index, at: next, style)
        }
        depth -= 1
      case (.guillemets, .openGuillemet), (.corners, .openCorner): depth += 1
      case (.guillemets, .closeGuillemet), (.corners, .closeCorner): depth -= 1
      default: break
      }
      if depth == 0 {
        add(open.range, mark.range, style)
        return next + 1
      }
      next += 1
    }
    add(open.range, nil, style)
    return marks.count
  }

  /// Ends the stretch at `index` where the mark at `next` opens another, and goes on from there.
  private mutating func reopen(_ index: Int, at next: Int, _ style: QuotedStretch.Style) -> Int {
    found.reopened.append(marks[next].range)
    addUnclosed(marks[index].range, until: marks[next].range.start, style)
    return next
  }

  // MARK: Single marks

  /// The closing mark of the single opening mark at `index`, or `nil` when that is an apostrophe.
  private func closingSingle(_ index: Int) -> Int? {
    let open = marks[index]
    guard open.canOpen, !open.followsLetter, !open.followsDigit else { return nil }
    var possessive: Int?
    var next = index + 1
    while next < marks.count {
      let mark = marks[next]
      switch mark.shape {
      case .openSingle where mark.canOpen, .straightSingle where mark.canOpen && !mark.canClose:
        return accepted(possessive, for: index)
      case .closeSingle where mark.canClose, .straightSingle where mark.canClose:
        // "the ministers’ meeting": look for a better one first.
        if mark.followsS, mark.precedesSmallWord {
          possessive = possessive ?? next
        } else {
          return accepted(next, for: index)
        }
      default: break
      }
      next += 1
    }
    return accepted(possessive, for: index)
  }

  /// `close`, unless the two marks are the apostrophes of a clipped word such as ’n’.
  private func accepted(_ close: Int?, for index: Int) -> Int? {
    guard let close else { return nil }
    let inner = bytes[marks[index].range.end..<marks[close].range.start]
    if inner.count <= 4 {
      let word = String(decoding: inner, as: UTF8.self).lowercased()
      if ["n", "em", "til", "tis", "twas", "cos", "cuz", "bout", "round", "s"].contains(word) {
        return nil
      }
    }
    return close
  }

  // MARK: Stretches

  private mutating func add(_ open: TextRange, _ close: TextRange?, _ style: QuotedStretch.Style) {
    let end = close?.end ?? range.end
    let innerEnd = max(open.end, close?.start ?? range.end)
    found.stretches.append(
      QuotedStretch(
        range: TextRange(open.start, end), inner: TextRange(open.end, innerEnd), block: block,
        style: style, isClosed: close != nil))
  }

  private mutating func addUnclosed(
    _ open: TextRange, until limit: Int, _ style: QuotedStretch.Style
  ) {
    var end = limit
    while end > open.end, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > open.end else { return }
    found.stretches.append(
      QuotedStretch(
        range: TextRange(open.start, end), inner: TextRange(open.end, end), block: block,
        style: style, isClosed: false, isReopened: true))
  }
}
