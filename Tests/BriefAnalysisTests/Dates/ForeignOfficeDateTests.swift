import BriefAnalysis
import BriefSource
import Foundation
import Testing

/// The nine expressions of time of the document the project starts from.
@Suite(.enabled(if: ForeignOffice.isPresent, "the corpora are not beside the project"))
struct ForeignOfficeDateTests {
  private struct Gold: Decodable {
    struct Expression: Decodable {
      let start: Int
      let end: Int
      let id: String
      let valueFromText: String
      let valueWithDate: String

      enum CodingKeys: String, CodingKey {
        case start, end, id
        case valueFromText = "value_from_text_alone"
        case valueWithDate = "with_dct"
      }
    }
    let dates: [Expression]
  }

  private let gold: [Gold.Expression]
  private let source: Source

  init() throws {
    let directory = ForeignOffice.directory
    source = try Source.reading(directory.appendingPathComponent("briefing.txt").path)
    gold = try JSONDecoder().decode(
      Gold.self, from: Data(contentsOf: directory.appendingPathComponent("gold.json"))
    ).dates
  }

  /// What the gold says in words, as values say it.
  private func notation(_ value: String) -> String {
    switch value {
    case "event-anchored": "XXXX-XX-XX"
    case "P1Y before DCT": "XXXX"
    default: value
    }
  }

  private func values(_ date: String?) -> [Range<Int>: String] {
    let given = Metadata.Given(date: date.flatMap { CalendarDate($0) })
    let briefing = Briefing(source, given: given)
    return Dictionary(
      briefing.dates.expressions.map { (source.scalarRange($0.range), $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func everyExpressionIsFoundAndNoneBesides() {
    #expect(gold.count == 9)
    #expect(Set(values(nil).keys) == Set(gold.map { $0.start..<$0.end }))
  }

  @Test func valuesStayOpenWithoutADate() {
    let found = values(nil)
    for one in gold {
      #expect(found[one.start..<one.end] == notation(one.valueFromText), "\(one.id)")
    }
  }

  @Test func valuesAreReckonedFromTheDateGiven() {
    let found = values("2025-11-14")
    for one in gold {
      #expect(found[one.start..<one.end] == notation(one.valueWithDate), "\(one.id)")
    }
  }
}
