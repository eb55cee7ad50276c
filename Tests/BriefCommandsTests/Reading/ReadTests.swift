import BriefAnalysis
import BriefScript
import BriefShell
import BriefSource
import BriefTestSupport
import Testing

@testable import BriefCommands

/// What `read` shows of a text.
@Suite struct ReadTests {
  private static let briefings = [
    "harbour-ministry-week-1", "external-affairs-transcript", "river-basin-wire",
    "lake-accord-statement",
  ]

  /// The letters and figures of `text`, which wrapping and margins leave alone.
  private func words(_ text: some StringProtocol) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }.map { Substring($0) }
  }

  @Test(arguments: briefings)
  func plainTextIsTheWholeText(_ name: String) throws {
    let shell = try TestShell(name)
    for width in [20, 33, 80] {
      let results = try shell.run("read --plain")
      let text = results.map { ValueRenderer(width: width).render($0).plain }.joined()
      // A word that is too long for a line is broken; spaces are not compared.
      let source = shell.session.briefings[0].source
      let whole = String(decoding: source.bytes, as: UTF8.self)
      #expect(words(text).joined() == words(whole).joined(), "\(name) at \(width)")
    }
  }

  @Test(arguments: briefings)
  func marksAddToTheWordsAndTakeNoneAway(_ name: String) throws {
    let shell = try TestShell(name)
    guard case .page(let page)? = try shell.run("read").first else {
      Issue.record("no page")
      return
    }
    // The margin is cut off, and so is the legend above the first empty line.
    let lines = page.text(on: Medium(width: 90)).plain
      .split(separator: "\n", omittingEmptySubsequences: false)
    let body = lines.drop { !$0.isEmpty }.map { line in
      line.firstIndex(of: "│").map { line[line.index(after: $0)...] } ?? ""
    }
    var text = body.joined(separator: " ")
    for mark in ["‹", "›", "ᵖ", "ᵒ", "ˡ", "ᵍ", "ᵉ", "ʳ", "ᶠ", "ʷ", "ˣ"] {
      text = text.replacing(mark, with: "")
    }
    text = text.replacing(#/\[(?:[A-Z]{1,2}|\?|[0-9]+)\]/#, with: "")
    for kind in Structure.SectionKind.allCases {
      text = text.replacing("(\(kind.rawValue))", with: "")
    }
    let source = shell.session.briefings[0].source
    let whole = String(decoding: source.bytes, as: UTF8.self)
    #expect(words(text).joined() == words(whole).joined())
  }

  @Test func numbersInTheMarginAreThoseOfTheFile() throws {
    let directory = TemporaryDirectory()
    directory.write(
      """
      Talks Begin

      “We are ready,” said Mara Dell, the
      ministry spokesperson, on Friday, and
      then she went on.

      Nothing more was said.

      """, to: "talks.txt")
    let shell = try TestShell()
    try shell.run("load \"\(directory.path)/talks.txt\"")
    let text = try shell.run("read").map { ValueRenderer(width: 30).render($0).plain }.joined()
    let numbers = text.split(separator: "\n").compactMap { line in
      line.first?.isNumber == true ? Int(line.prefix { $0.isNumber }) : nil
    }
    #expect(numbers == [1, 3, 4, 5, 7])
  }

  @Test func aSpeakerKeepsTheLetterWhateverIsShown() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    func letter(_ line: String) throws -> Substring? {
      let text = try shell.texts(line)[0]
      return text.firstMatch(of: #/\[([A-Z])\] Ilena Varnaky/#)?.output.1
    }
    let first = try #require(try letter("read"))
    for line in ["read --in 4", "read --only quotes --by Varnaky", "read --by Varnaky --in 9"] {
      #expect(try letter(line) == first, "\(line)")
    }
    // One mark for each piece of a quotation that is hers.
    let marks = try shell.texts("read --only quotes --by Varnaky")[0].split(separator: "\n")
      .filter { $0.contains("│ [\(first)] Ilena Varnaky") }
    #expect(["\(marks.count)"] == (try shell.texts("quotes --by Varnaky --nested | count")))
  }

  @Test func theLegendSaysWhatIsThereAndNothingElse() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let keyPoints = try shell.texts("read --in 2")[0]
    #expect(!keyPoints.contains("Speakers:"))
    #expect(keyPoints.contains("Marks: ‹said› introduces speech  ᵒ organisation  ˡ place\n"))
    let names = try shell.texts("read --only entities --in 2")[0]
    #expect(!names.contains("‹"))
  }

  @Test func whatIsNotThereIsSaid() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let text = try shell.texts("read --only quotes --by \"Adela Pellow\" --in 2")[0]
    #expect(text.hasSuffix("nothing to show\n"))
    #expect(shell.reports.isEmpty)
    try shell.run("read --by Nobody")
    try shell.run("read --in 99")
    #expect(shell.reports.map(\.id) == ["unknown-name", "unknown-section"])
  }

  @Test func aTextCannotDriveTheTerminal() throws {
    let directory = TemporaryDirectory()
    directory.write(
      "Talks \u{1B}[2J\n\n“We \u{1B}]0;x\u{7}are\u{202E} ready,” said Mara Dell.\n", to: "talks.txt"
    )
    let shell = try TestShell()
    try shell.run("load \"\(directory.path)/talks.txt\"")
    for line in ["read", "read --plain", "read --only quotes", "quotes | show 1"] {
      guard case .page(let page)? = try shell.run(line).last else {
        Issue.record("no page: \(line)")
        continue
      }
      let text = page.text(on: Medium(width: 80)).plain
      #expect(
        text.unicodeScalars.allSatisfy {
          $0 == "\n" || DisplayText.harmless(String($0)) == String($0)
        })
      #expect(text.contains("ready"))
    }
  }

  @Test func lettersGoOnBehindZ() {
    #expect(
      [0, 25, 26, 51, 52, 701, 702].map(Self.letter) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
  }

  private static func letter(_ number: Int) -> String { SpeakerLetters.Letter(number: number).name }
}
