import BriefSource

extension StyledText {
  /// The same with the lines of tables and the marks of the program in ASCII, cell for cell; letters
  /// and the marks of a text stay.
  var inASCII: StyledText {
    var result = StyledText()
    for run in runs {
      let needsChange = run.text.utf8.contains { $0 >= 0x80 }
      result.append(needsChange ? Self.ascii(run.text) : run.text, run.role)
    }
    return result
  }

  private static func ascii(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(ascii(scalar)) }
    return String(view)
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    // Box drawing: ─ ═ and the like, │ ║ and the like, then corners and crossings.
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: "|"
    case 0x250C...0x254B, 0x2552...0x256C: "+"
    case 0x25B8: ">"
    case 0x25C2: "<"
    case 0x00B7: "."
    default: scalar
    }
  }
}
