import BriefAnalysis
import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// What is offered at the end of a line, by what is loaded.
@Suite struct NameCompletionTests {
  /// Candidates for many beginnings of lines, to be read by eye: `‸` is the cursor.
  @Test func candidatesAreAsRecorded() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    try shell.run("let long = $(quotes | where words > 10)\ndef loud(of: table) { $of | take 3 }")
    try shell.run("quotes | select speaker, cue")
    let lines = [
      "quo", "qoutes", "quotes | ", "quotes | wh", "quotes --", "quotes --kind ",
      "quotes --by ", "quotes --by va", "quotes --by spokes", "quotes --by harbour min",
      "quotes --by \"harbour min", "quotes --by ", "quotes --about FSM", "quotes --about str",
      "quotes --cue ", "quotes --class d", "quotes --in ", "quotes | where ",
      "quotes | where speaker ", "quotes | where words ", "quotes | where speaker == ",
      "quotes | where speaker == ad", "quotes | where speaker == “Il",
      "quotes | where speaker in [\"Dravik\", ", "quotes | where kind == ",
      "quotes | where words > 3 ", "quotes | where cue == \"sa", "quotes | where cue == rec",
      "quotes | where lower(speaker) == ", "quotes | sort ", "quotes | count by ",
      "$", "$long | lo", "$long | where sp", "focus ", "who istr", "help unknown-co",
      "topics --of ", "entities --type mini", "tour ", "mentions MHF",
    ]
    var text = ""
    for line in lines {
      let completion = shell.complete(line)
      text += "\(line)‸\n"
      for candidate in completion.candidates.prefix(12) {
        text += "    \(candidate.text)\(candidate.isPartial ? "…" : "")  \(candidate.summary)\n"
      }
      let further = completion.candidates.count - 12
      if further > 0 { text += "    and \(further) more\n" }
      if let note = completion.note { text += "    \(note)\n" }
    }
    try expectGolden(
      text, at: "\(ProjectFiles.root)/Tests/BriefCommandsTests/Golden/candidates.txt")
  }

  @Test(arguments: [
    ("quotes --by spokes", ["\"Ilena Varnaky\""]), ("quotes --by VARN", ["\"Ilena Varnaky\""]),
    ("who ambass", ["\"Pavel Istrane\""]), ("who corsava's amb", []),
    ("quotes --about fsm", ["\"Free Straits Movement\""]),
    ("quotes | where speaker == \"adel", ["\"Adela Pellow\""]),
  ])
  func otherNamesLeadToTheName(line: String, names: [String]) throws {
    let shell = try TestShell("harbour-ministry-week-1")
    #expect(shell.complete(line).candidates.map(\.text) == names)
  }

  @Test func accentsAndCaseAreFolded() throws {
    let shell = try TestShell()
    shell.session.add(
      Briefing(
        Source(
          name: "a.txt",
          text: "LUSK: “We will wait,” said Zoë Ångström, the spokesperson, on Monday.\n")))
    for typed in ["zoe", "ZOË", "ang", "ångst"] {
      #expect(
        shell.complete("quotes --by \(typed)").candidates.map(\.text) == ["\"Zoë Ångström\""])
    }
  }

  @Test func noTextIsReadForAMenuBeyondALittle() throws {
    let shell = try TestShell()
    let text = try TextFile.read(TestShell.path("harbour-ministry-week-1"))
    for number in 0..<20 {
      shell.session.add(Briefing(Source(name: "\(number).txt", text: text)))
    }
    let first = shell.complete("quotes --by ")
    #expect(first.candidates.first?.text == "\"Ilena Varnaky\"")
    #expect(first.note?.hasSuffix("of 20 briefings not read yet: speakers reads them") == true)
    #expect(shell.session.briefings.count { $0.areQuotesRead } < 4)
    // What an answer needed is known to the menu.
    try shell.run("speakers")
    let second = shell.complete("quotes --by ")
    #expect(second.note == nil)
    #expect(second.candidates.first?.summary == "the Harbour Ministry spokesperson, 200 quotations")
  }

  @Test func aTextThatIsNoNovelIsNeverReadForAMenu() throws {
    let shell = try TestShell()
    let text = try TextFile.read(TestShell.path("harbour-ministry-week-1"))
    shell.session.add(
      Briefing(Source(name: "long.txt", text: String(repeating: text + "\n\n", count: 20))))
    let completion = shell.complete("quotes --by ")
    #expect(completion.candidates.isEmpty && shell.session.briefings.first?.areQuotesRead == false)
  }

  @Test func whatIsClosedIsForgotten() throws {
    let shell = try TestShell("harbour-ministry-week-1", "river-basin-wire")
    try shell.run("speakers")
    #expect(!shell.complete("quotes --by varnaky").candidates.isEmpty)
    try shell.run("close 1")
    #expect(shell.complete("quotes --by varnaky").candidates.isEmpty)
    try shell.run("close")
    #expect(shell.complete("quotes --by ").candidates.isEmpty)
  }

  @Test func namesThatCannotBeTypedAreNotOffered() throws {
    let shell = try TestShell()
    shell.session.add(
      Briefing(Source(name: "a.txt", text: "“No,” said Mara\u{1B}[31m Dell, the spokesperson.\n")))
    for candidate in shell.complete("quotes --by ").candidates {
      #expect(!candidate.text.unicodeScalars.contains { $0.value < 0x20 })
    }
  }
}
