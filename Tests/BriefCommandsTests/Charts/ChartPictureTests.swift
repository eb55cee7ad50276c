import BriefCommands
import BriefScript
import BriefShell
import BriefSource
import BriefTestSupport
import Testing

/// What charts and marked texts look like, at several widths and in both alphabets.
@Suite struct ChartPictureTests {
  /// Lines whose results are drawn; the first words name their files.
  static let pictures: [(name: String, line: String)] = [
    ("bar", "quotes | count by speaker | bar"),
    (
      "bar-negative",
      "quotes | where speaker != missing | derive d = words - 10 | select speaker, d | bar"
    ),
    ("bar-missing", "cues | bar cue polarity --top 6"),
    ("bar-empty", "quotes | where words > 999 | count by speaker | bar"),
    ("line", "quotes | group section [ n = count() ] | line section n"),
    ("line-series", "quotes | group section, kind [ n = count() ] | line section n --by kind"),
    ("line-dates", "briefings | line date words --zoom --height 5"),
    ("line-empty", "briefings | where words > 99999 | line date words"),
    ("spark", "quotes | count by speaker, section | spark section count --by speaker"),
    ("dispersion", "dispersion ministry \"the strait\" zebra"),
    ("dispersion-speaker", "dispersion --by spokesperson"),
    ("timeline", "timeline --chart"),
    ("timeline-empty", "timeline --to 1900 --chart"),
    ("read", "read --in 4"),
    ("read-quotes", "read --only quotes --by spokesperson"),
    ("read-entities", "read --only entities"),
    ("show", "entities | show 1-2"),
    ("records", "quotes | take 2 | records"),
    ("table", "quotes | take 3"),
  ]

  static let media = [20, 40, 80, 160].flatMap { width in
    Medium.Alphabet.allCases.map { Medium(width: width, alphabet: $0) }
  }

  private static func shell(for name: String) throws -> TestShell {
    name.hasPrefix("line-dates") || name.hasPrefix("timeline")
      ? try TestShell("foreign-office-2026-01", "foreign-office-2026-02", "foreign-office-2026-03")
      : try TestShell("harbour-ministry-week-1")
  }

  @Test(arguments: pictures.map(\.name))
  func picturesAreAsRecorded(_ name: String) throws {
    let picture = try #require(Self.pictures.first { $0.name == name })
    let shell = try Self.shell(for: name)
    let results = try shell.run(picture.line)
    var text = ""
    for medium in Self.media where medium.width > 20 {
      text += "=== \(picture.line) at \(medium.width) in \(medium.alphabet.rawValue)\n"
      text += results.map { ValueRenderer(medium).render($0).plain }.joined()
    }
    try expectGolden(
      text, at: "\(ProjectFiles.root)/Tests/BriefCommandsTests/Golden/Pictures/\(name).txt")
  }

  @Test(arguments: pictures.map(\.name))
  func noLineIsWiderThanTheMedium(_ name: String) throws {
    let picture = try #require(Self.pictures.first { $0.name == name })
    let results = try Self.shell(for: name).run(picture.line)
    for width in Array(20...44) + [60, 79, 80, 81, 120, 160] {
      for alphabet in Medium.Alphabet.allCases {
        for result in results {
          let medium = Medium(width: width, alphabet: alphabet)
          // The pictures themselves, before the renderer could wrap them once more.
          let text =
            if case .page(let page) = result, !name.hasPrefix("show") {
              page.text(on: medium).plain
            } else {
              ValueRenderer(medium).render(result).plain
            }
          #expect(text.hasSuffix("\n"))
          for line in text.split(separator: "\n") {
            #expect(DisplayText.width(line) <= width, "\(name) at \(width): \(line)")
          }
        }
      }
    }
  }

  @Test(arguments: pictures.map(\.name))
  func asciiPicturesAddNothingElse(_ name: String) throws {
    let picture = try #require(Self.pictures.first { $0.name == name })
    let results = try Self.shell(for: name).run(picture.line)
    // The words of the texts and the names of our messages have these; charts add none.
    let allowed: Set<Unicode.Scalar> = ["“", "”", "‘", "’", "…", "–", "—"]
    for result in results {
      let text = ValueRenderer(Medium(width: 60, alphabet: .ascii)).render(result).plain
      // A spark is a text of its table, chosen when it is made.
      if name == "spark" { continue }
      for scalar in text.unicodeScalars where !scalar.isASCII {
        #expect(allowed.contains(scalar), "\(name): \(scalar)")
      }
    }
  }

  @Test func withoutATerminalPicturesAreEightyWide() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let line = "quotes | count by speaker | bar"
    let result = try #require(try shell.run(line).first)
    #expect(result.plainText == ValueRenderer(width: 80).render(result).plain)
    let plain = try shell.texts(line + " --ascii")[0]
    #expect(plain.unicodeScalars.allSatisfy { $0.isASCII || $0 == "—" })
    #expect(plain.contains("####"))
  }
}
