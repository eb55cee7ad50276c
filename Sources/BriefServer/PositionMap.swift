import BriefSource

/// Turns the positions of the protocol into offsets of a source, and back.
///
/// Both ways take time logarithmic in the number of lines and linear in the length of one.
struct PositionMap {
  let source: Source
  let encoding: PositionEncoding

  /// The position of the byte at `offset`.
  func position(of offset: Int) -> Position {
    let offset = min(offset, source.bytes.count)
    let line = source.lines.line(at: offset)
    var units = 0
    for byte in source.bytes[source.lines.starts[line]..<offset] where byte & 0xC0 != 0x80 {
      units += encoding.units(ofLead: byte)
    }
    return Position(line: line, character: units)
  }

  /// The offset of a position.
  ///
  /// A character beyond the end of its line is that end, a line beyond the last one the end of the
  /// text, and a position inside a code point its beginning.
  func offset(of position: Position) -> Int {
    guard position.line < source.lines.count else { return source.bytes.count }
    let line = source.lineRange(position.line)
    var offset = line.start
    var left = position.character
    while offset < line.end {
      let lead = source.bytes[offset]
      left -= encoding.units(ofLead: lead)
      if left < 0 { break }
      offset = min(line.end, offset + PositionEncoding.byteCount(ofLead: lead))
    }
    return offset
  }

  /// The range between two positions, whichever stands first.
  func range(from start: Position, to end: Position) -> TextRange {
    let (first, second) = (offset(of: start), offset(of: end))
    return TextRange(min(first, second), max(first, second))
  }
}

extension JSONWriter {
  mutating func member(_ name: String, _ position: Position) {
    object(name) { json in
      json.member("line", position.line)
      json.member("character", position.character)
    }
  }

  mutating func member(_ name: String, _ range: TextRange, in map: PositionMap) {
    object(name) { json in
      json.member("start", map.position(of: range.start))
      json.member("end", map.position(of: range.end))
    }
  }
}
