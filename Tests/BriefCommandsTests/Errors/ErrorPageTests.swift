import BriefAnalysis
import BriefCommands
import BriefScript
import BriefShell
import BriefSource
import BriefTestSupport
import Testing

/// Every message has a page, and the pages tell the truth.
@Suite struct ErrorPageTests {
  /// The ids in the sources of the modules that make messages.
  static func idsInSources() throws -> Set<String> {
    let forms = [
      #/(?:Message|failure|warning|report|TableFileError|CallProblem)\(\s*"([a-z]+[a-z0-9-]*)",/#,
      #/\badd\(\s*"([a-z]+-[a-z0-9-]+)",/#,
      #/\bid: "([a-z]+[a-z0-9-]*)"/#,
    ]
    var ids = LoadingError.ids.union([ConsoleSink.unwritable])
    for module in ["BriefScript", "BriefCommands", "BriefAnalysis", "BriefShell", "brief"] {
      for path in ProjectFiles.files(under: "Sources/\(module)", ending: ".swift") {
        let text = try TextFile.read(path)
        for form in forms {
          for match in text.matches(of: form) { ids.insert(String(match.output.1)) }
        }
      }
    }
    // These are put together of parts.
    for name in ["title", "byline", "outlet", "date"] { ids.insert("missing-\(name)") }
    for name in ["title", "outlet", "date"] { ids.insert("given-\(name)") }
    // What is added to other things than lists of problems.
    return ids.subtracting(["title", "outlet", "date"])
  }

  @Test func everyMessageHasAPage() throws {
    let ids = try Self.idsInSources()
    #expect(ids.count > 110)
    #expect(ids.isSuperset(of: ["unknown-column", "no-place", "unclosed-quotation", "no-history"]))
    let pages = Set(ErrorPages.all.map(\.id))
    #expect(ids.subtracting(pages).sorted() == [], "without a page")
    #expect(pages.subtracting(ids).sorted() == [], "pages of nothing")
  }

  @Test(arguments: ErrorPages.all.indices)
  func examplesAreTrue(_ index: Int) throws {
    let page = ErrorPages.all[index]
    if case .commandLine = page.subject { return }
    let wrong = page.findings(in: page.wrong)
    let right = page.findings(in: page.right)
    #expect(wrong.contains { $0.id == page.id }, "\(page.id): \(wrong.map(\.id))")
    #expect(!right.contains { $0.id == page.id }, "\(page.id): \(right.map(\.message))")
    switch page.subject {
    case .script, .prompt:
      #expect(Set(wrong.map(\.id)) == [page.id], "\(page.id)")
      #expect(right.isEmpty, "\(page.id): \(right.map(\.message))")
    case .actors: #expect(right.isEmpty, "\(page.id): \(right.map(\.message))")
    case .briefing, .commandLine: break
    }
    #expect(page.page.plain.contains("[\(page.id)]"))
  }

  @Test(arguments: ErrorPages.all.indices)
  func wordsAreWhole(_ index: Int) {
    let page = ErrorPages.all[index]
    #expect(page.title.first?.isLowercase == true && !page.title.hasSuffix("."), "\(page.id)")
    #expect(page.explanation.hasSuffix("."), "\(page.id)")
    #expect(!page.explanation.contains("  "), "\(page.id)")
    #expect(page.wrong != page.right, "\(page.id)")
    #expect(
      page.explanation.split(separator: "\n").allSatisfy { !$0.hasSuffix("\\") }, "\(page.id)")
  }

  // MARK: What touches files

  /// Pages whose example needs a terminal.
  private static let atTheTerminal: Set<String> = [
    "editor-failed", "editor-refused", "no-editor", "no-history",
    "no-history", "bad-setting", "changed-text", "copied", "left-out-line", "log-stopped",
    "lost-line", "no-such-line", "unkept-line", "unknown-session", "unusable-session",
  ]

  @Test(
    arguments: ErrorPages.all.indices.filter { index in
      if case .commandLine = ErrorPages.all[index].subject { true } else { false }
    })
  func commandLinesAreTrue(_ index: Int) throws {
    let page = ErrorPages.all[index]
    guard case .commandLine(let says) = page.subject,
      !Self.atTheTerminal.contains(page.id)
    else {
      return
    }
    let wrong = try run(page.wrong)
    #expect(wrong.contains(says), "\(page.id): \(wrong)")
    #expect(says.contains(page.id) || page.id.hasPrefix("given-"), "\(page.id)")
    let right = try run(page.right)
    #expect(!"\n\(right)".contains("\nerror["), "\(page.id): \(right)")
    if page.subject != ErrorPages.pages(of: "actors-read").first?.subject {
      #expect(!right.contains(says), "\(page.id): \(right)")
    }
  }

  /// What `line` writes in a directory with the files that the examples name.
  private func run(_ line: String) throws -> String {
    let directory = TemporaryDirectory()
    let talks = """
      Talks Begin

      LUSK, November 21, 2025 — Talks on the port of Lusk have begun, Mara Dell said on Friday.
      “We expect them to last for a week,” Dell added.

      """
    directory.write(talks, to: "talks.txt")
    directory.write("precious", to: "quotes.csv")
    directory.write("name\trole\nMara Dell\tspokesperson\n", to: "actors.tsv")
    directory.write("name\trole\tto\nMara Dell\tspokesperson\t2024-12-31\n", to: "former.tsv")
    directory.write("1 Talks\n", to: "broken.conllu")
    directory.write("load talks.txt\nquotes\n", to: "week.brief")
    directory.write(
      "param least: int \"how many words\"\nquotes | where words >= $least\n", to: "least.brief")
    directory.write(
      "def half(n: int) -> number { ($n / 2) }\nlet _ten = half(20)\n", to: "half.brief")
    directory.write("sentences\n", to: "many.brief")
    directory.write(
      "speaker\n" + String(repeating: "Dell\n", count: 4000), to: "big.csv")
    directory.write("use \"circle.brief\"\n", to: "circle.brief")
    directory.write("let few = $(quotes | take 3)\nquotes\n", to: "unused.brief")
    directory.write("print (1 + 1)\n# Expects: 2\n", to: "sum.brief")
    directory.write(
      bytes: Array("print \"caf".utf8) + [0xE9] + Array("\"\n".utf8), to: "latin1.brief")
    directory.makeDirectory("empty")
    let latin = talks.replacing("Talks on", with: "Talks à").replacing("—", with: "-")
      .replacing("“", with: "\"").replacing("”", with: "\"")
    directory.write(bytes: latin.unicodeScalars.map { UInt8($0.value) }, to: "latin1.txt")
    let windows: [Unicode.Scalar: UInt8] = ["—": 0x97, "“": 0x93, "”": 0x94]
    directory.write(
      bytes: talks.unicodeScalars.map { windows[$0] ?? UInt8($0.value & 0xFF) }, to: "windows.txt")
    directory.write(
      bytes: [0xFF, 0xFE] + talks.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      to: "utf16.txt")
    directory.write(
      bytes: Array(talks.utf8) + [0xE2, 0x80] + Array(" end.\n".utf8), to: "damaged.txt")
    let run = try ProgramRun(
      "/bin/sh", ["-c", line], in: directory.path,
      environment: ["PATH": PseudoTerminal.products + ":/usr/bin:/bin"])
    return run.output + run.errors
  }

  // MARK: Finding a page

  @Test func helpShowsAPage() throws {
    let shell = try TestShell()
    let text = try shell.texts("help unknown-column")[0]
    #expect(text.hasPrefix("unknown-column: column that the table does not have\n"))
    #expect(text.contains("help: did you mean 'words'?"))
    #expect(text.contains("Mended\n  quotes | where words > 10\n"))
    // One id, two places where it comes up.
    let both = try shell.texts("help impossible-date")[0]
    #expect(both.contains("print (2025-02-29)") && both.contains("November 31"))
  }

  @Test func theProgramShowsAPage() throws {
    let run = try ProgramRun("brief", ["explain-error", "unknown-column"])
    #expect(run.exitCode == 0)
    #expect(run.output.hasPrefix("unknown-column: "))
    let list = try ProgramRun("brief", ["explain-error"])
    #expect(list.exitCode == 0)
    #expect(list.output.split(separator: "\n").count == ErrorPages.all.count)
    let wrong = try ProgramRun("brief", ["explain-error", "unknwon-column"])
    #expect(wrong.exitCode == 2)
    #expect(wrong.output == "")
    #expect(wrong.errors.contains("did you mean 'unknown-column'?"))
    let strange = try ProgramRun("brief", ["explain-error", "qqqqqqq"])
    #expect(strange.exitCode == 2)
    #expect(strange.errors.contains("lists the ids"))
  }

  @Test func theSessionIsLeftAlone() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let before = try shell.rows("briefings")
    for page in ErrorPages.all { try shell.run("help \(page.id)") }
    #expect(try shell.rows("briefings") == before)
  }

  @Test func anIdLeadsToHelp() throws {
    let shell = try TestShell()
    let failure = #expect(throws: TestShell.Failure.self) {
      try shell.run("explain unknown-column")
    }
    #expect(failure?.description.contains("`help unknown-column`") == true)
  }
}
