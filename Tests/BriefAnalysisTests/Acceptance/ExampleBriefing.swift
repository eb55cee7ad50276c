import BriefAnalysis
import BriefSource
import BriefTestSupport

/// One of the briefings in Scripts/examples, and what a careful reader found in it.
struct ExampleBriefing {
  /// A line of the `.expected` file beside the text; the file's head says what its fields mean.
  struct Finding {
    /// What was found.
    enum Kind: String {
      case quote, hard, scare, heading, entity, problem, turn
    }

    let kind: Kind
    /// The speaker, or the name of an entity or problem.
    let name: String
    /// The kind of quotation, the type of entity, or the label of a turn.
    let form: String
    /// The words, or the aliases of an entity.
    let words: [String]
  }

  /// The names of the texts, without their endings.
  static let names = [
    "harbour-ministry-week-1", "harbour-ministry-week-2", "external-affairs-transcript",
    "river-basin-wire",
  ]

  let briefing: Briefing
  let findings: [Finding]

  init(_ name: String) throws {
    let path = ProjectFiles.root + "/Scripts/examples/briefings/" + name
    briefing = Briefing(try Source.reading(path + ".txt"))
    let expected = try Source.reading(path + ".expected")
    findings = try expected[TextRange(0, expected.bytes.count)].split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "\t").map(String.init)
        guard fields.count == 4, let kind = Finding.Kind(rawValue: fields[0]) else {
          throw MalformedLine(line: String(line))
        }
        return Finding(
          kind: kind, name: fields[1], form: fields[2],
          words: fields[3].split(separator: " || ").map(String.init).filter { $0 != "-" })
      }
  }

  /// The findings of some kinds, in their order.
  func findings(_ kinds: Finding.Kind...) -> [Finding] {
    findings.filter { kinds.contains($0.kind) }
  }

  /// The quote whose parts have exactly these words.
  func quote(_ words: [String]) -> Quote? {
    briefing.quotes.first { quote in quote.parts.map { briefing.source[$0] } == words }
  }

  /// The entity that goes by exactly this name or alias.
  func entity(_ name: String) -> Entity? {
    briefing.entities.all.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// A line that does not have four fields, or begins with an unknown word.
  struct MalformedLine: Error {
    let line: String
  }
}
