import BriefTestSupport
import Foundation
import Testing

/// What `annotate` writes, read back as any other program would read it.
@Suite struct AnnotationTests {
  private struct Annotation: Decodable {
    struct Stretch: Decodable {
      let start: Int
      let end: Int
    }

    struct Speaker: Decodable {
      let start: Int
      let end: Int
      let name: String
      let entity: Int?
    }

    struct Cue: Decodable {
      let start: Int
      let end: Int
      let lemma: String
    }

    struct Quotation: Decodable {
      let id: Int
      let start: Int
      let end: Int
      let parts: [[Int]]
      let kind: String
      let speaker: Speaker?
      let cue: Cue?
      let confidence: Double
      let rule: String
    }

    struct Thing: Decodable {
      let id: Int
      let name: String
      let type: String
      let mentions: [Stretch]
    }

    struct Section: Decodable {
      let kind: String
      let start: Int
      let end: Int
      let heading: String?
    }

    struct Topic: Decodable {
      struct Term: Decodable {
        let text: String
        let score: Double
      }
      let section: Int?
      let terms: [Term]
    }

    struct Problem: Decodable {
      let id: String
      let start: Int
      let end: Int
      let message: String
    }

    let source: String
    let title: String?
    let date: String?
    let dateline: String?
    let problems: [Problem]
    let sections: [Section]
    let sentences: [Stretch]
    let quotes: [Quotation]
    let entities: [Thing]
    let topics: [Topic]
  }

  private static let directory = "Scripts/examples/briefings"

  private func annotate(_ arguments: String...) throws -> [Annotation] {
    let run = try ProgramRun("brief", ["annotate"] + arguments)
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    return try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(Annotation.self, from: Data($0.utf8))
    }
  }

  @Test func everyBriefingIsOneLineInOrder() throws {
    let annotations = try annotate(Self.directory)
    let names = annotations.map(\.source)
    #expect(names.count == 9)
    #expect(names == names.sorted())
  }

  @Test func offsetsSliceBackToTheText() throws {
    for annotation in try annotate(Self.directory) {
      let text = try TextFile.read("\(ProjectFiles.root)/\(annotation.source)")
      let scalars = Array(text.unicodeScalars)
      func slice(_ start: Int, _ end: Int) -> String {
        String(String.UnicodeScalarView(scalars[start..<end]))
      }
      #expect(!annotation.quotes.isEmpty)
      for quote in annotation.quotes {
        #expect(!slice(quote.start, quote.end).contains("\n") || quote.rule == "turn")
        #expect(quote.parts.first?.first == quote.start)
        #expect(quote.parts.last?.last == quote.end)
        #expect((0...1).contains(quote.confidence))
        if let cue = quote.cue { #expect(!slice(cue.start, cue.end).isEmpty) }
        if let speaker = quote.speaker {
          #expect(!slice(speaker.start, speaker.end).isEmpty)
          if let entity = speaker.entity { #expect(annotation.entities[entity].id == entity) }
        }
      }
      for entity in annotation.entities {
        #expect(!entity.mentions.isEmpty)
        let words = entity.mentions.map { slice($0.start, $0.end) }
        #expect(words.contains { entity.name.lowercased().contains($0.lowercased()) })
      }
      for section in annotation.sections {
        guard let heading = section.heading else { continue }
        #expect(slice(section.start, section.end).contains(heading))
      }
    }
  }

  @Test func sentencesCoverEveryCharacterThatIsNoSpace() throws {
    for annotation in try annotate(Self.directory) {
      let text = try TextFile.read("\(ProjectFiles.root)/\(annotation.source)")
      let scalars = Array(text.unicodeScalars)
      var end = 0
      for sentence in annotation.sentences {
        #expect(sentence.start >= end && sentence.start < sentence.end)
        let gap = scalars[end..<sentence.start]
        #expect(gap.filter { !$0.properties.isWhitespace } == [])
        end = sentence.end
      }
      #expect(scalars[end...].filter { !$0.properties.isWhitespace } == [])
    }
  }

  @Test func standardInputIsABriefing() throws {
    let run = try ProgramRun("brief", ["annotate", "-"], input: "“Yes,” said Ana Mirel.\n")
    #expect(run.exitCode == 0)
    let annotation = try JSONDecoder().decode(Annotation.self, from: Data(run.output.utf8))
    #expect(annotation.source == "<stdin>")
    #expect(annotation.quotes.first?.speaker?.name == "Ana Mirel")
    #expect(annotation.title == nil)
    #expect(annotation.date == nil)
  }

  @Test func whatCannotBeReadDoesNotStopTheOthers() throws {
    let run = try ProgramRun(
      "brief", ["annotate", "missing.txt", "\(Self.directory)/river-basin-wire.txt"])
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("missing.txt"))
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test func tagsAndTreesAreWrittenAsCoNLLU() throws {
    let run = try ProgramRun(
      "brief", ["annotate", "--format", "conllu", "-"], input: "The minister rejected the claims.\n"
    )
    #expect(run.exitCode == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.contains("# text = The minister rejected the claims."))
    let words = lines.filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
    #expect(words.count == 6 && words.allSatisfy { $0.count == 10 })
    #expect(words[2][..<8].joined(separator: " ") == "3 rejected reject VERB VBD _ 0 root")
  }

  @Test func givenTokensAreKept() throws {
    let directory = TemporaryDirectory()
    directory.write("Anan\tO\n-\tO\nTariq\tO\nleft\tO\n\nSo\tO\n", to: "given.conll")
    let run = try ProgramRun(
      "brief",
      ["annotate", "--pretokenised", "--format", "conll", directory.path + "/given.conll"])
    #expect(run.exitCode == 0)
    let forms = run.output.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0.prefix { $0 != "\t" })
    }
    #expect(forms == ["Anan", "-", "Tariq", "left", "", "So", "", ""])
  }

  @Test func malformedTokensAreNamedWithTheirLine() throws {
    let directory = TemporaryDirectory()
    directory.write("1\tDo\n", to: "bad.conllu")
    let run = try ProgramRun(
      "brief",
      ["annotate", "--pretokenised", "--format", "conllu", directory.path + "/bad.conllu"])
    #expect(run.exitCode == 3)
    #expect(run.output == "")
    #expect(run.errors.contains("bad.conllu:1: expected the ten columns of CoNLL-U"))
  }

  @Test func givenTokensWantAFormatOfTokens() throws {
    let run = try ProgramRun("brief", ["annotate", "--pretokenised", "x.conllu"])
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("--format conllu"))
  }
}
