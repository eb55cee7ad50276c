import BriefSource
import BriefText

/// Reads the structure of a briefing from its layout and the shape of its lines.
///
/// First every block is measured and the speakers' labels are counted over the whole text, for a
/// label that comes back is surer than one that stands alone. Then the blocks are given their kinds
/// in text order: the head, the key points, the body.
struct StructureReader {
  let source: Source
  let layout: [Layout.Block]
  let shapes: [LineShape]
  let labels: SpeakerLabels
  let datelines: DatelineReader
  var structure = Structure()
  /// The next block to be given a kind.
  var next = 0

  /// The structure of `source`. Linear in the number of bytes.
  static func read(_ source: Source, layout: Layout) -> Structure {
    var reader = StructureReader(source, layout)
    reader.readHead()
    reader.readBody()
    reader.structure.gatherSections()
    reader.reportMisspeltRoles()
    return reader.structure
  }

  private init(_ source: Source, _ layout: Layout) {
    self.source = source
    self.layout = layout.blocks
    shapes = layout.blocks.map { LineShape(source.bytes, $0.content) }
    datelines = DatelineReader(source)
    labels = SpeakerLabels(source, layout.blocks, shapes, datelines)
  }

  // MARK: Blocks

  /// The words of block `index` in small letters, without a closing colon; empty for a long block.
  func line(_ index: Int) -> String {
    guard layout[index].content.count <= 200 else { return "" }
    var line = source[layout[index].content].lowercased()[...]
    while let last = line.last, last == ":" || last == "*" || last == "_" || last == " " {
      if line.allSatisfy({ $0 == "*" || $0 == "_" || $0 == " " || $0 == "-" }) { break }
      line = line.dropLast()
    }
    if line.hasPrefix("**") { line = line.dropFirst(2) }
    return String(line)
  }

  /// Gives block `next` its kind and goes on to the one after it.
  mutating func give(
    _ kind: Structure.BlockKind, content: TextRange? = nil, label: TextRange? = nil,
    turn: Int? = nil
  ) {
    let block = layout[next]
    structure.blocks.append(
      Structure.Block(
        kind: kind, range: block.range, content: content ?? block.content, label: label, turn: turn,
        section: 0))
    next += 1
  }

  func isListItem(_ index: Int) -> Bool { layout[index].marker == .listItem }

  func isHeadingMark(_ index: Int) -> Bool {
    if case .heading = layout[index].marker { return true }
    return false
  }

  /// Whether block `index` is a line between paragraphs: short, capitalised, without final stop.
  func isShortLine(_ index: Int, words: Int = 14) -> Bool {
    let shape = shapes[index]
    guard (1...words).contains(shape.words), !shape.hasFinalStop, !shape.breaksOff,
      layout[index].marker == .none, shape.upper + shape.lower >= 2, isOneLine(index)
    else { return false }
    if LineShape.isQuotationMark(shape.first) { return true }
    return LineShape.letterCase(shape.first) == .upper || (0x30...0x39).contains(shape.first)
  }

  private func isOneLine(_ index: Int) -> Bool {
    let range = layout[index].range
    return source.lines.line(at: range.start)
      == source.lines.line(at: max(range.start, range.end - 1))
  }

  func isStageDirection(_ index: Int) -> Bool {
    let shape = shapes[index]
    guard shape.words <= 40, layout[index].content.count >= 3, isBracket(shape.first) else {
      return false
    }
    var depth = 0
    for byte in source.bytes[layout[index].content.offsets] {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      // Outside of brackets only white space and stops.
      case 0...0x20, UInt8(ascii: "."), UInt8(ascii: ","): break
      default: if depth <= 0 { return false }
      }
    }
    return depth == 0
  }

  private func isBracket(_ scalar: UInt32) -> Bool { scalar == 0x28 || scalar == 0x5B }

  func isFurniture(_ index: Int) -> Bool {
    guard shapes[index].words <= 30, layout[index].content.count <= 200 else { return false }
    return LinePhrases.isFurniture(line(index))
  }

  /// Whether block `index` is running text: it ends like a sentence or is long.
  func isRunningText(_ index: Int) -> Bool {
    let shape = shapes[index]
    return layout[index].marker == .none
      && (shape.words > 14 || (shape.hasFinalStop && shape.words > 3))
  }

  /// Reports words in headings that are slips of a word for a speaker.
  mutating func reportMisspeltRoles() {
    for block in structure.blocks where block.kind == .heading || block.kind == .headline {
      var start = block.content.start
      for end in block.content.start...block.content.end {
        let isLetter =
          end < block.content.end
          && ((0x61...0x7A).contains(source.bytes[end] | 0x20) || source.bytes[end] >= 0x80)
        if isLetter { continue }
        let range = TextRange(start, max(start, end))
        start = end + 1
        guard (8...16).contains(range.count) else { continue }
        if let meant = RoleWord.slip(of: source[range].lowercased()) {
          structure.problems.append(
            Diagnostic(
              id: "misspelt-word", severity: .note,
              "“\(source[range])” is probably a slip of “\(meant)”", source: source, range: range,
              help: "it is read as “\(meant)”, with less confidence"))
        }
      }
    }
  }
}
