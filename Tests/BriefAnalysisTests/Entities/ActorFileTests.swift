import BriefAnalysis
import BriefSource
import Testing

/// Files of actors that users write.
@Suite struct ActorFileTests {
  private func read(_ lines: String...) -> ActorFile {
    ActorFile(Source(name: "actors.tsv", text: lines.joined(separator: "\n") + "\n"))
  }

  static let header = "name\taliases\ttype\trole\taffiliation\tfrom\tto"

  @Test func aBrokenRowIsNamedAndTheOthersAreUsed() {
    let file = read(
      Self.header,
      "Sana Idrissi\tIdrissi|S. Idrissi\tperson\tHarbour Minister\tVelmora\t2024-03-01\t",
      "Wrong Kind\t\tdinosaur\t\t\t\t",
      "\tno name\tperson\t\t\t\t",
      "# a comment",
      "",
      "Wrong Day\t\tperson\t\t\t2025-13-01\t",
      "Backwards\t\tperson\t\t\t2025-02-01\t2024-02-01",
      "Too\tmany\tperson\t\t\t\t\tfields",
      "Port Guild\t\tunion")
    #expect(file.actors.map(\.name) == ["Sana Idrissi", "Port Guild"])
    #expect(file.actors.first?.aliases == ["Idrissi", "S. Idrissi"])
    #expect(file.actors.first?.line == 2)
    #expect(file.actors.last?.kind == .union)
    #expect(file.problems.count == 5)
    let lines = [3, 4, 7, 8, 9]
    for (problem, line) in zip(file.problems, lines) {
      #expect(problem.message.hasPrefix("actors.tsv:\(line): "), "\(problem.message)")
    }
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "person\trole\nA\tB\n", "\u{FEFF}name\nA\n"])
  func noFileIsTooOdd(_ text: String) {
    let file = ActorFile(Source(name: "actors.tsv", text: text))
    #expect(file.actors.count + file.problems.count > 0)
  }

  @Test func columnsMayStandInAnyOrder() {
    let file = read("role\tname\r", "Governor\tIda Mensah\r")
    #expect(file.actors.first?.name == "Ida Mensah")
    #expect(file.actors.first?.role == "Governor")
    #expect(file.problems.isEmpty)
  }

  @Test func theSameRowTwiceCountsOnce() {
    let file = read(Self.header, "Ida Mensah\t\tperson", "Ida Mensah\t\tperson")
    #expect(file.actors.count == 1)
    #expect(file.problems.map(\.id) == ["repeated-actor"])
  }

  @Test func actorsAddNamesAndStayApartFromTheText() throws {
    let file = read(
      Self.header, "Sana Idrissi\tthe Iron Pilot\tperson\tHarbour Minister\tVelmora\t\t")
    let reading = EntityReading(
      "Sana Idrissi opened the pier. Idrissi left early. Velmora paid.", actors: file.actors)
    let profile = try #require(reading.profile("Sana Idrissi"))
    #expect(profile.counts.names == 2)
    #expect(profile.role == nil)
    #expect(profile.known?.actors.first?.role == "Harbour Minister")
    #expect(profile.known?.source == "actors.tsv:2")
    #expect(profile.parent?.name == "Velmora")
    #expect(profile.parent?.origin == .gazetteer)
  }

  @Test func actorsWinOverTheLists() throws {
    let file = read(Self.header, "Taliban\tAfghan Taliban\tgovernment\t\t\t\t")
    let reading = EntityReading("The Taliban denied it.", actors: file.actors)
    #expect(reading.profile("Taliban")?.kind == .government)
    #expect(EntityReading("The Taliban denied it.").profile("Taliban")?.kind == .armedGroup)
  }

  @Test func anAliasOfTwoLeadsToNeither() {
    let file = read(Self.header, "Oren Basker\tThe Fox\tperson", "Lena Dorfang\tThe Fox\tperson")
    let reading = EntityReading("Oren Basker met Lena Dorfang.", actors: file.actors)
    #expect(reading.briefing.entities.named("The Fox", in: reading.briefing.source).isEmpty)
  }

  @Test(arguments: [
    ("2025-11-14", Actor.Standing.ended), ("2024-05-01", .current), ("2023-01-01", .ahead),
  ])
  func entriesThatHaveRunOutAreFlagged(_ day: String, _ standing: Actor.Standing) throws {
    let file = read(
      Self.header, "Sana Idrissi\t\tperson\tHarbour Minister\tVelmora\t2024-01-01\t2025-07-14")
    let date = try #require(CalendarDate(day))
    let reading = EntityReading("Sana Idrissi spoke.", date: date, actors: file.actors)
    let actor = try #require(reading.profile("Sana Idrissi")?.known?.actors.first)
    #expect(actor.standing(on: date) == standing)
    #expect(actor.standing(on: nil) == .undated)
    #expect(reading.problems("actor-out-of-date").isEmpty == (standing == .current))
  }
}
