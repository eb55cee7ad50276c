import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// Marks made by hand, and how they are compared.
@Suite struct AnnotationByHandTests {
  private let directory = TemporaryDirectory()
  private static let text = """
    Harbour to Stay Open

    The port stays open. “We will keep it open,” Mara Dell said.

    Renn said that the talks had not begun. He called them “a bad joke” and “a farce” twice.

    """
  private var marks: String { directory.text(of: "harbour.txt.marks") ?? "" }
  private var rows: [[String]] {
    marks.split(separator: "\n").dropFirst(4).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  init() { directory.write(Self.text, to: "harbour.txt") }

  private func shell() throws -> TestShell {
    let shell = try TestShell()
    try shell.run("load \"\(directory.path)/harbour.txt\"")
    return shell
  }

  /// What is said when `lines` are typed.
  @discardableResult
  private func annotate(_ lines: String..., flags: String = "") throws -> [String] {
    let shell = try shell()
    shell.answers = lines
    return try shell.run("annotate-by-hand \(flags)", canAsk: true).map(\.plainText)
  }

  @Test func theParagraphsAreShownWithoutAnswers() throws {
    let said = try annotate("next", "next", "back", "go 2", "done")
    #expect(
      said[1] == """
        Paragraph 1 of 2, line 3 · lead
          s1  The port stays open.
          s2  [1]“We will keep it open,” Mara Dell said.

        """)
    #expect(
      said[2] == """
        Paragraph 2 of 2, line 5 · lead
          s1  Renn said that the talks had not begun.
          s2  He called them [1]“a bad joke” and [2]“a farce” twice.

        """)
    #expect(said[3] == "That was the last paragraph. list shows the marks, done ends.\n")
    #expect(said.last == "Nothing is marked.\n")
    #expect(marks.isEmpty)
  }

  @Test func marksAreWrittenAtOnceWithTheirPlaces() throws {
    try annotate(
      "1 by Dell cue said", "n", "\"that the … begun\" by Renn cue said",
      "1+2 cue called by Renn", "done")
    #expect(
      rows
        == [
          ["direct", "43-66", "Dell", "said", "“We will keep it open,”"],
          ["indirect", "94-122", "Renn", "said", "that the talks had not begun"],
          ["mixed", "139-151,156-165", "Renn", "called", "“a bad joke” … “a farce”"],
        ])
    for row in rows {
      let scalars = Array(Self.text.unicodeScalars)
      let words = row[1].split(separator: ",").map { piece in
        let ends = piece.split(separator: "-").compactMap { Int($0) }
        return String(String.UnicodeScalarView(scalars[ends[0]..<ends[1]]))
      }
      #expect(words.joined(separator: " … ") == row[4])
    }
  }

  @Test func marksAreChangedRemovedAndUndone() throws {
    let said = try annotate(
      "1", "change 1 by Dell cue said as mixed", "s1 by Renn", "remove 2", "undo", "list", "done")
    #expect(said.contains { $0.contains("No speaker is named; change 1 by NAME.") })
    #expect(rows.map { $0[0] } == ["mixed", "indirect"])
    // It goes on where it was left.
    let more = try annotate("1", "undo", "change 1 by nobody", "done")
    #expect(more.contains { $0.contains("That is marked already, as number 1") })
    #expect(more.contains { $0 == "There is nothing to undo.\n" })
    #expect(rows.map { $0[2] } == ["Renn", ""])
  }

  @Test(arguments: [
    ("7 by Dell", "no [7]"), ("s9 by Dell", "s1 to s2"), ("frobnicate", "is no command"),
    ("1 by", "Nothing follows “by”"), ("1 Dell", "Expected by, cue or as"),
    ("1 by Dell by Renn", "stands there twice"), ("1 as loud", "direct, mixed or indirect"),
    ("\"the", "do not end"), ("\"open … begun\" by Dell", "stands here 2 times"),
    ("\"sea\" by Dell", "does not stand in this paragraph"), ("\"… open\"", "first and the last"),
    ("1 by Zzyzx", "No word of “Zzyzx”"), ("1 by Dell cue denied", "does not stand in the text"),
    ("go x", "wants the number"), ("go 99", "paragraphs 1 to 2"), ("remove 1", "Nothing is marked"),
    ("mark", "What is to be marked"), ("s2-s1 by Dell", "is no command"),
    ("+ by Dell", "no command"),
    ("\u{1B}[2J", "is no command"), ("99999999999999999999 by Dell", "is no command"),
  ])
  func whatIsOddIsSaid(_ line: String, _ message: String) throws {
    let said = try annotate(line, "done")
    #expect(said[2].contains(message), "\(said)")
    #expect(marks.isEmpty)
  }

  @Test func aTextThatChangedAndOtherFilesAreRefused() throws {
    try annotate("1 by Dell cue said", "done")
    let before = marks
    directory.write(Self.text + "More.\n", to: "harbour.txt")
    let failure = #expect(throws: TestShell.Failure.self) { try annotate("done") }
    #expect(failure?.ids == ["unusable-standoff"])
    #expect(marks == before)
    directory.write(before.replacing("marks 1", with: "marks 2"), to: "harbour.txt.marks")
    #expect(throws: TestShell.Failure.self) { try annotate("1 by Dell", "done") }
    #expect(marks.hasPrefix("brief marks 2\n"))
  }

  @Test func damagedLinesAreSaidAndKept() throws {
    try annotate("1 by Dell cue said", "done")
    directory.write(marks + "direct\tx-9\t\t\tabc\n", to: "harbour.txt.marks")
    let shell = try shell()
    shell.answers = ["s1 by Dell", "done"]
    try shell.run("annotate-by-hand", canAsk: true)
    #expect(shell.reports.map(\.id) == ["damaged-line"])
    #expect(rows.map { $0[1] } == ["43-66", "x-9", "22-42"])
  }

  @Test func marksOfTwoShellsAreNotMixed() throws {
    let second = try shell()
    final class Meddling: LineSource {
      let directory: TemporaryDirectory
      var lines = ["1 by Dell", "2", "done"]
      init(_ directory: TemporaryDirectory) { self.directory = directory }
      func line(prompt: String, offering: [Completion.Candidate]) -> TypedLine {
        if lines.count == 3 { directory.write("brief marks 1\n", to: "harbour.txt.marks") }
        return .text(lines.removeFirst())
      }
    }
    // Another shell writes between the question and the answer.
    let engine = second.engine(asking: Meddling(directory))
    _ = engine.run(.init(name: "<prompt>", text: "annotate-by-hand"))
    #expect(second.results.contains { $0.plainText.contains("Not kept, and taken back") })
    #expect(marks == "brief marks 1\n")
  }

  @Test func severalBriefingsAreToldApart() throws {
    let shell = try TestShell("harbour-ministry-week-1", "river-basin-wire")
    let failure = #expect(throws: TestShell.Failure.self) {
      try shell.run("annotate-by-hand", canAsk: true)
    }
    #expect(failure?.ids == ["unknown-text"])
    try shell.run(
      "annotate-by-hand river-basin-wire --file \"\(directory.path)/river.marks\"", canAsk: true)
    #expect(shell.prompts == ["mark> "])
  }

  // MARK: agree

  /// The figures of two annotators whose marks are written here.
  private func agree(_ first: [String], _ second: [String], flags: String = "") throws -> [[String]]
  {
    try annotate("1 by Dell", "done")
    let head = marks.split(separator: "\n").prefix(4).joined(separator: "\n") + "\n"
    for (name, lines) in [("a", first), ("b", second)] {
      directory.write(head + lines.map { $0 + "\n" }.joined(), to: "\(name).marks")
    }
    return try shell().rows(
      "agree \"\(directory.path)/a.marks\" \"\(directory.path)/b.marks\" \(flags)")
  }

  /// The text has 4 + 8 + 8 + 10 words: The port stays open | We will keep it open Mara Dell said |
  /// Renn said that the talks had not begun | He called them a bad joke and a farce twice.
  ///
  /// A marks 5 (We … open), 6 (that … begun) and 3 (a bad joke) words, B marks 5, 5 (the … begun) and
  /// 2 (a farce). Both inside: 5 + 5 = 10; A alone: 1 + 3 = 4; B alone: 2; outside: 14.
  /// Ao = 24/30; Ae = (14·12 + 16·18)/900 = 456/900; κ = (0.8 − 0.50667)/(1 − 0.50667) = 0.595.
  /// In both: 2 of 3 and 3 quotations, one of them exactly.
  @Test func figuresAreThoseReckonedByHand() throws {
    let rows = try agree(
      [
        "direct\t43-66\tDell\tsaid\ta", "indirect\t94-122\tRenn\tsaid\tb",
        "mixed\t139-151\tRenn\tcalled\tc",
      ],
      [
        "direct\t43-66\tMara Dell\tsaid\ta", "direct\t99-122\tDell\tsaid\tb",
        "mixed\t156-165\tRenn\tcalled\tc",
      ])
    let figures = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], [$0[1], $0[2]]) })
    #expect(figures["words: agreement"] == ["0.8", "30"])
    #expect(figures["words: kappa"] == ["0.595", "30"])
    #expect(figures["exact: precision"] == ["0.333", "3"])
    #expect(figures["exact: recall"] == ["0.333", "3"])
    #expect(figures["exact: F1"] == ["0.333", "6"])
    #expect(figures["overlap: precision"] == ["0.667", "3"])
    #expect(figures["overlap: F1"] == ["0.667", "6"])
    #expect(figures["kind: agreement"] == ["0.5", "2"])
    // Dell and Mara Dell are one; of the two pairs A has Dell and Renn, B has Dell twice: κ = 0.
    #expect(figures["speaker: accuracy"] == ["0.5", "2"])
    #expect(figures["speaker: kappa"] == ["0.0", "2"])
  }

  @Test func differencesAreListedWithReasons() throws {
    let rows = try agree(
      ["direct\t43-66\tDell\tsaid\ta", "mixed\t139-151\tRenn\tcalled\tc"],
      ["mixed\t43-65\tRenn\tsaid\ta"], flags: "--differences")
    #expect(rows.map { $0[0] } == ["kind", "speaker", "only A"])
    #expect(rows.map { $0[2] } == ["direct", "Dell", "mixed, by Renn"])
    let shell = try shell()
    let line = "agree \"\(directory.path)/b.marks\" machine --differences"
    #expect(!(try shell.rows(line)).isEmpty)
    let why = try shell.texts("\(line) | why 1")[0]
    #expect(why.contains("A: mixed; B: direct."))
    #expect(why.contains("Mara Dell is given as the speaker"))
  }

  @Test func whatIsUndefinedSaysSo() throws {
    let rows = try agree([], [])
    #expect(rows.allSatisfy { $0[0] == "words: agreement" || $0[1] == "" })
    #expect(rows.first { $0[0] == "words: kappa" }?[3] == "undefined: both give one label to all")
    #expect(rows.first { $0[0] == "speaker: kappa" }?[2] == "0")
  }

  @Test func theProgramAgreesWithItself() throws {
    let rows = try TestShell("harbour-ministry-week-1").rows("agree machine machine")
    #expect(rows.map { $0[1] } == Array(repeating: "1.0", count: rows.count))
  }
}
