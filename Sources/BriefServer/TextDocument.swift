import BriefScript
import BriefSource

/// A script that is open in the editor, as it stands there.
struct TextDocument {
  /// What the editor calls it; the text itself is never read from there.
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
    positions = PositionMap(
      source: Source(name: Self.path(of: uri), text: text), encoding: encoding)
  }

  /// The path that a `file:` address means, from which modules are looked for; any other address
  /// as it is.
  static func path(of uri: String) -> String {
    guard uri.hasPrefix("file://") else { return uri }
    var bytes: [UInt8] = []
    var rest = Substring(uri.dropFirst(7)).utf8
    while let byte = rest.popFirst() {
      let digits = String(Substring(rest.prefix(2)))
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, !digits.hasPrefix("+"),
        let value = UInt8(digits, radix: 16)
      {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
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
        source: Source(name: Self.path(of: uri), text: text), encoding: positions.encoding)
    }
    self.version = version
    analysis = nil
  }
}
