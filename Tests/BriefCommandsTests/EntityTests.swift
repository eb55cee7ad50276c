import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// The commands on entities.
@Suite struct EntityTests {
  @Test func entitiesAreFilteredByTypeAndKind() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let people = try shell.rows("entities --type person | select name, type")
    #expect(!people.isEmpty)
    #expect(people.allSatisfy { $0[1] == "person" })
    let ministries = try shell.rows("entities --type ministry | select name, kind, type")
    #expect(ministries.contains { $0[0] == "Harbour Ministry" })
    #expect(ministries.allSatisfy { $0[1] == "ministry" && $0[2] == "organisation" })
  }

  @Test func theMostSalientComesFirst() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let rows = try shell.rows("entities | select salience")
    let values = rows.compactMap { Double($0[0]) }
    #expect(values.count == rows.count)
    #expect(values == values.sorted(by: >))
  }

  @Test func nearByAboutAndInNarrow() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let all = try shell.rows("entities | select name").map { $0[0] }
    for flag in ["--near Varnaky", "--by Varnaky", "--about Corsava", "--in 2", "--min 3"] {
      let some = try shell.rows("entities \(flag) | select name").map { $0[0] }
      #expect(!some.isEmpty, "\(flag)")
      #expect(some.count < all.count, "\(flag)")
      #expect(Set(some).isSubset(of: all))
    }
    #expect(try !shell.rows("entities --near Varnaky | select name").contains(["Ilena Varnaky"]))
    #expect(try shell.rows("entities --about Corsava | select name").contains(["Ilena Varnaky"]))
  }

  @Test func namesThatNobodyBearsAreReported() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    for line in ["entities --near Varnacky", "who Varnacky", "mentions Varnacky"] {
      let before = shell.reports.count
      try shell.run(line)
      #expect(shell.reports.dropFirst(before).map(\.id) == ["unknown-name"], "\(line)")
    }
  }

  @Test func theTreeHasEveryEntityOnceUnderWhatItBelongsTo() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let rows = try shell.rows("entities --tree | select entity, what, mentions, all")
    let plain = try shell.rows("entities | select name").map { $0[0] }
    #expect(rows.count == plain.count)
    let ministry = try #require(rows.firstIndex { $0[0] == "Harbour Ministry" })
    #expect(rows[ministry + 1][0] == "└─\u{A0}Ilena Varnaky")
    #expect(rows[ministry + 1][1] == "speaks for it")
    #expect(
      Int(rows[ministry][3]) == (Int(rows[ministry][2]) ?? 0) + (Int(rows[ministry + 1][3]) ?? 0))
  }

  @Test func mentionsStandInTheirSentence() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let rows = try shell.rows("mentions Varnaky | select left, mention, right, kind")
    #expect(rows.count == 21)
    #expect(rows.allSatisfy { !$0[0].isEmpty || !$0[2].isEmpty })
    let none = try shell.rows("mentions Varnaky --context 0 | select left, right")
    #expect(none.allSatisfy { $0 == ["", ""] })
  }

  @Test func aCardSaysWhatIsKnownAndFromWhere() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let card = try #require(try shell.texts("who Varnaky").last)
    for words in [
      "Ilena Varnaky  person", "spokesperson · Harbour Ministry", "21 times", "quoted",
      "occurs with", "nothing is known of this name beside the texts",
    ] {
      #expect(card.contains(words), "\(words)")
    }
  }

  @Test func aCardGathersAllBriefings() throws {
    let shell = try TestShell("harbour-ministry-week-1", "harbour-ministry-week-2")
    let card = try #require(try shell.texts("who Varnaky").last)
    #expect(card.contains("harbour-ministry-week-1.txt:"))
    #expect(card.contains("harbour-ministry-week-2.txt:"))
    #expect(card.split(separator: "\n").filter { $0.contains("Ilena Varnaky  person") }.count == 1)
  }

  @Test func twoOfOneNameAreTwoCards() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let cards = try #require(try shell.texts("who Pellow").last)
    #expect(cards.contains("2 go by “Pellow”"))
    #expect(cards.contains("Joram Pellow  person"))
    #expect(cards.contains("Adela Pellow  person"))
  }

  @Test func anActorFileAddsAndItsBrokenRowsAreNamed() throws {
    let directory = TemporaryDirectory()
    let path = "\(directory.path)/actors.tsv"
    try TextFile.write(
      "name\ttype\trole\taffiliation\tto\nDravik\tperson\tspeaker\tFree Straits Movement\t2020-01-01\nX\tdinosaur\n",
      to: path)
    let shell = try TestShell("harbour-ministry-week-1")
    try shell.run("load \"\(path)\"")
    #expect(shell.reports.contains { $0.message.contains("actors.tsv:3: 'dinosaur'") })
    #expect(try shell.rows("actors | select name, role") == [["Dravik", "speaker"]])
    let row = try shell.rows(
      "entities | where name == \"Dravik\" | select role, affiliation, known")
    #expect(row.first?.first == "[speaker]")
    #expect(row.first?[1] == "[Free Straits Movement]")
    #expect(row.first?[2].contains("actors.tsv:2") == true)
    let again = try shell.rows("actors \"\(path)\" | select name")
    #expect(again.count == 1)
    #expect(try shell.rows("actors").count == 1)
  }

  @Test func anActorFileThatIsNotThereIsAnError() throws {
    let shell = try TestShell()
    #expect(throws: TestShell.Failure.self) { try shell.run("actors \"/nowhere/actors.tsv\"") }
    #expect(throws: TestShell.Failure.self) { try shell.run("load \"/nowhere/actors.tsv\"") }
  }
}
