import BriefSource

/// In what the characters of a position are counted.
enum PositionEncoding: String {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The encoding to talk in with a client that offers `names`, its favourite first.
  ///
  /// UTF-8 where it can be had, since nothing has to be counted then; UTF-16, which every client
  /// knows, where nothing is offered.
  init(offered names: [String]) {
    let offered = names.compactMap(PositionEncoding.init(rawValue:))
    self = offered.contains(.utf8) ? .utf8 : offered.first ?? .utf16
  }

  /// How many units the code point takes that begins with `lead` in UTF-8.
  func units(ofLead lead: UInt8) -> Int {
    switch self {
    case .utf8: Self.byteCount(ofLead: lead)
    case .utf16: lead >= 0xF0 ? 2 : 1
    case .utf32: 1
    }
  }

  /// How many bytes the code point takes that begins with `lead`.
  static func byteCount(ofLead lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}

/// A position in a document as the protocol has it: line and character from 0.
struct Position: Hashable {
  let line: Int
  /// Counted in the units of a ``PositionEncoding``.
  let character: Int
}
