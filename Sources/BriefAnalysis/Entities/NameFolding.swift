/// Makes spellings of one name alike: no case, no accents, no hyphens, no full stops.
enum NameFolding {
  /// `text` in small letters without accents; letters of other scripts stay.
  ///
  /// Linear in the length of `text`.
  static func folded(_ text: String) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.utf8.count)
    var isPlain = true
    for byte in text.utf8 {
      if byte >= 0x80 {
        isPlain = false
        break
      }
      plain.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    if isPlain { return String(decoding: plain, as: UTF8.self) }
    var folded = ""
    for scalar in text.lowercased().unicodeScalars { fold(scalar, into: &folded) }
    return folded
  }

  private static func fold(_ scalar: Unicode.Scalar, into folded: inout String) {
    switch scalar.value {
    case 0x00...0x7F: folded.unicodeScalars.append(scalar)
    case 0x2018, 0x2019, 0x02BC, 0x02BB: folded.append("'")
    // Combining marks: what is left of a decomposed letter.
    case 0x0300...0x036F: break
    case 0xDF: folded.append("ss")
    case 0xE0...0xE5: folded.append("a")
    case 0xE6: folded.append("ae")
    case 0xE7: folded.append("c")
    case 0xE8...0xEB: folded.append("e")
    case 0xEC...0xEF: folded.append("i")
    case 0xF0: folded.append("d")
    case 0xF1: folded.append("n")
    case 0xF2...0xF6, 0xF8: folded.append("o")
    case 0xF9...0xFC: folded.append("u")
    case 0xFD, 0xFF: folded.append("y")
    case 0xFE: folded.append("th")
    case 0x100...0x17F: folded.append(extendedA(scalar.value))
    case 0x1A1: folded.append("o")
    case 0x1B0: folded.append("u")
    case 0x1CD...0x1CE: folded.append("a")
    case 0x218...0x219: folded.append("s")
    case 0x21A...0x21B: folded.append("t")
    case 0x259: folded.append("a")
    case 0x1E00...0x1EFF: folded.append(vietnamese(scalar.value))
    default: folded.unicodeScalars.append(scalar)
    }
  }

  /// The base letter of a code point of Latin Extended-A.
  private static func extendedA(_ value: UInt32) -> String {
    switch value {
    case 0x100...0x105: "a"
    case 0x106...0x10D: "c"
    case 0x10E...0x111: "d"
    case 0x112...0x11B: "e"
    case 0x11C...0x123: "g"
    case 0x124...0x127: "h"
    case 0x128...0x131: "i"
    case 0x132...0x133: "ij"
    case 0x134...0x135: "j"
    case 0x136...0x138: "k"
    case 0x139...0x142: "l"
    case 0x143...0x14B: "n"
    case 0x14C...0x151: "o"
    case 0x152...0x153: "oe"
    case 0x154...0x159: "r"
    case 0x15A...0x161: "s"
    case 0x162...0x167: "t"
    case 0x168...0x173: "u"
    case 0x174...0x175: "w"
    case 0x176...0x178: "y"
    case 0x179...0x17E: "z"
    default: "s"
    }
  }

  /// The base letter of a code point of Latin Extended Additional, as Vietnamese uses them.
  private static func vietnamese(_ value: UInt32) -> String {
    switch value {
    case 0x1EA0...0x1EB7: "a"
    case 0x1EB8...0x1EC7: "e"
    case 0x1EC8...0x1ECB: "i"
    case 0x1ECC...0x1EE3: "o"
    case 0x1EE4...0x1EF1: "u"
    case 0x1EF2...0x1EF9: "y"
    case 0x1E0C...0x1E0F: "d"
    case 0x1E24...0x1E25: "h"
    case 0x1E62...0x1E63: "s"
    case 0x1E6C...0x1E6D: "t"
    case 0x1E92...0x1E93: "z"
    default: ""
    }
  }

  /// The words of `text` as they are compared with the tokens of a text: folded, parted at white
  /// space, hyphens and before a possessive `'s`, with full stops and other apostrophes taken out.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    let scalars = Array(folded(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case " ", "\t", "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{A0}":
        if !word.isEmpty { words.append(word) }
        word = ""
      case "'":
        let isPossessive =
          index + 1 < scalars.count && scalars[index + 1] == "s"
          && (index + 2 == scalars.count || scalars[index + 2] == " ")
        if isPossessive, !word.isEmpty {
          words.append(word)
          word = ""
        }
      case ".", ",": break
      default: word.unicodeScalars.append(scalar)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The words of `text`, folded, with one space between: what two spellings of a name share.
  static func key(_ text: String) -> String { joined(text, by: 0x20) }

  /// The words of `text`, folded, one after another with nothing between.
  static func joinedWords(_ text: String) -> String { joined(text, by: nil) }

  private static func joined(_ text: String, by separator: UInt8?) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count)
    let count = text.utf8.withContiguousStorageIfAvailable {
      appendPlainWords(of: $0, separator: separator, to: &key)
    }
    if let count, count != nil { return String(decoding: key, as: UTF8.self) }
    return words(text).joined(separator: separator == nil ? "" : " ")
  }

  /// Appends the words of a text given by its bytes, folded, with one space between.
  ///
  /// - Returns: their number.
  @discardableResult
  static func appendWords(of text: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) -> Int {
    let first = key.count
    if let count = appendPlainWords(of: text, separator: 0x20, to: &key) { return count }
    key.removeSubrange(first...)
    let words = words(String(decoding: text, as: UTF8.self))
    key.append(contentsOf: words.joined(separator: " ").utf8)
    return words.count
  }

  /// What ``words(_:)`` gives for a text of ASCII, made without any string; `nil` when there is more
  /// in it, and then what was appended so far is of no use.
  private static func appendPlainWords(
    of text: UnsafeBufferPointer<UInt8>, separator: UInt8?, to key: inout [UInt8]
  ) -> Int? {
    var count = 0
    var isInside = false
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x80...: return nil
      case 0x20, 0x09, 0x2D: isInside = false
      case 0x27:
        if index + 1 < text.count, text[index + 1] | 0x20 == 0x73,
          index + 2 == text.count || text[index + 2] == 0x20
        {
          isInside = false
        }
      case 0x2E, 0x2C: break
      default:
        if !isInside {
          if count > 0, let separator { key.append(separator) }
          count += 1
          isInside = true
        }
        key.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return count
  }
}
