import BriefScript
import BriefSource

/// A script that is open in the editor, as it stands there.
struct TextDocument {
  /// What the editor calls it; nothing is read from there.
  let uri: String
  /// The version the editor gave it last.
  private(set) var version: Int?
  private(set) var positions: PositionMap
  /// What is known of the text, once somebody has asked.
  var analysis: ScriptAnalysis?

  var source: Source { positions.source }

  init(uri: String, version: Int?, text: String, encoding: PositionEncoding) {
    self.uri = uri
    self.version = version
    positions = PositionMap(source: Source(name: uri, text: text), encoding: encoding)
  }

  /// A change of the text: of a stretch of it, or of all where `start` and `end` are `nil`.
  struct Change {
    let range: (start: Position, end: Position)?
    let text: String
  }

  /// Makes the changes one after the other; each is meant for the text the one before it leaves.
  mutating func apply(_ changes: [Change], version: Int?) {
    for change in changes {
      var text = change.text
      if let (start, end) = change.range {
        let range = positions.range(from: start, to: end)
        var bytes = source.bytes
        bytes.replaceSubrange(range.offsets, with: change.text.utf8)
        text = String(decoding: bytes, as: UTF8.self)
      }
      positions = PositionMap(
        source: Source(name: uri, text: text), encoding: positions.encoding)
    }
    self.version = version
    analysis = nil
  }
}
