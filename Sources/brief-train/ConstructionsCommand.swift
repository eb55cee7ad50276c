import ArgumentParser
import BriefAnalysis
import BriefSource
import SystemPackage

/// Writes the constructions of texts that may report speech, for counting.
struct ConstructionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "constructions",
    abstract: "Writes what may report speech in each text, a JSON object a line.",
    shouldDisplay: false)

  @Argument(help: "Texts.")
  var files: [String]

  func run() throws {
    for file in files {
      let briefing = Briefing(try Source.reading(file))
      var json = JSONWriter()
      func write(_ range: TextRange, to json: inout JSONWriter) {
        let scalars = briefing.source.scalarRange(range)
        json.array { json in
          json.value(scalars.lowerBound)
          json.value(scalars.upperBound)
        }
      }
      json.object { json in
        json.array("candidates") { json in
          for draft in briefing.reportDrafts() {
            json.object { json in
              json.member("construction", draft.construction)
              json.member("key", draft.key)
              json.member("share", draft.share)
              json.array("cue") { write(draft.cue, to: &$0) }
              json.array("content") { json in
                for piece in draft.content { write(piece, to: &json) }
              }
              json.array("contexts") { json in
                for context in draft.contexts { json.value(context) }
              }
            }
          }
        }
      }
      try FileDescriptor.standardOutput.writeAll(json.bytes + [0x0A])
    }
  }
}
