import BriefSource
import BriefText

/// Reads the structure of a briefing from its layout and the shape of its lines.
enum StructureReader {
  /// The structure of `source`. Linear in the number of bytes.
  static func read(_ source: Source, layout: Layout) -> Structure {
    var structure = Structure()
    for block in layout.blocks {
      structure.blocks.append(
        Structure.Block(
          kind: .paragraph, range: block.range, content: block.content, section: 0))
    }
    if let first = layout.blocks.first, let last = layout.blocks.last {
      structure.sections = [
        Structure.Section(
          kind: .lead, range: first.range.union(last.range), heading: nil,
          blocks: 0..<structure.blocks.count)
      ]
    }
    return structure
  }
}
