import BriefAnalysis
import BriefSource
import Foundation

/// The Foreign Office briefing and its gold annotation, where the corpora stand beside the project.
struct ForeignOffice {
  /// A stretch of the gold, in code points.
  struct Span: Decodable, Hashable {
    let start: Int
    let end: Int
    let text: String
  }

  struct Quotation: Decodable {
    let id: String
    let start: Int
    let end: Int
    let text: String
    let speaker: String
  }

  struct Thing: Decodable {
    let id: String
    let canonical: String
    let aliases: [String]
    let role: String?
  }

  struct SectionTerms: Decodable {
    let section: String
    let terms: [String]
  }

  struct Section: Decodable {
    let start: Int
  }

  /// A statement with its cue and the words that name its source, where the text has them.
  struct Attribution: Decodable {
    let id: String
    let cue: Span?
    let source: Span?

    enum CodingKeys: String, CodingKey {
      case id, cue
      case source = "source_mention"
    }
  }

  struct Gold: Decodable {
    let quotes: [Quotation]
    let attributions: [Attribution]
    let entities: [Thing]
    let unattributed: [Span]
    let topics: [SectionTerms]
    let sections: [Section]
  }

  static let directory = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("../shared/data/foreign-office")

  /// Whether the corpora are there.
  static let isPresent = FileManager.default.fileExists(
    atPath: directory.appendingPathComponent("gold.json").path)

  let briefing: Briefing
  let gold: Gold

  init() throws {
    briefing = Briefing(
      try Source.reading(Self.directory.appendingPathComponent("briefing.txt").path))
    gold = try JSONDecoder().decode(
      Gold.self, from: Data(contentsOf: Self.directory.appendingPathComponent("gold.json")))
  }

  /// The quote that covers exactly the gold's code points.
  func quote(_ id: String) -> Quote? {
    guard let gold = gold.quotes.first(where: { $0.id == id }) else { return nil }
    return briefing.quotes.first {
      briefing.source.scalarRange($0.range) == gold.start..<gold.end
    }
  }

  /// The entity that goes by exactly this name or alias.
  func entity(_ name: String) -> Entity? {
    briefing.entities.all.first { $0.name == name || $0.aliases.contains(name) }
  }
}
