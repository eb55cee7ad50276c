import BriefAnalysis
import BriefSource
import Testing

/// What happens when. The briefing is of Friday, 14 November 2025.
@Suite struct TimelineTests {
  private func event(_ text: String) throws -> (TimelineEvent, Briefing) {
    let briefing = DateReading(text, date: "2025-11-14").briefing
    return (try #require(briefing.events.first), briefing)
  }

  @Test func whatTheTextTellsIsAPastFact() throws {
    let (event, briefing) = try event("The two ministers signed the treaty in Geneva on Monday.")
    #expect(event.certainty == .past)
    #expect(event.source == nil)
    #expect(briefing.source[event.what].contains("signed the treaty in Geneva"))
    #expect(briefing.source[event.trigger] == "signed")
    #expect(event.actors.map { briefing.entities[$0].name }.contains("Geneva"))
  }

  @Test func whatIsToComeIsPlanned() throws {
    let (event, briefing) = try event("The two ministers will meet in Geneva on 3 December.")
    #expect(event.certainty == .planned)
    #expect(briefing.dates.expressions[event.expression].value == "2025-12-03")
  }

  @Test func whatIsToldOfTodayInThePresentIsNoPlan() throws {
    let (told, _) = try event("The ministry condemns the attack on the market in Basra today.")
    #expect(told.certainty == .past)
    let (ahead, _) = try event("The ministers will meet in Basra today.")
    #expect(ahead.certainty == .planned)
  }

  @Test func whatSomebodySaysIsClaimed() throws {
    let text = "“The convoy was attacked on Tuesday,” Ilena Varnaky, the spokesperson, said."
    let (event, _) = try event(text)
    #expect(event.certainty == .claimed)
    #expect(event.source == "Ilena Varnaky")
  }

  @Test func sayingItselfIsNoClaim() throws {
    let (event, briefing) = try event("The ministry said on Friday that the port was open.")
    #expect(event.certainty == .past)
    #expect(briefing.source[event.trigger] == "said")
  }

  @Test func aSemicolonKeepsStatementsApart() throws {
    let text = "In 2023 the port handled 3 million tonnes; by 2027 it will handle 4 million."
    let briefing = DateReading(text, date: "2025-11-14").briefing
    #expect(briefing.events.map(\.certainty) == [.past, .planned])
    let last = try #require(briefing.events.last)
    #expect(!briefing.source[last.what].contains("2023"))
  }

  @Test func lengthsAndWhatRecursAreNoEvents() {
    let text = "The truce held for three days. He speaks every Monday. They now disagree."
    #expect(DateReading(text, date: "2025-11-14").briefing.events.isEmpty)
  }
}
