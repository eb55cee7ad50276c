import BriefScript
import BriefSource

extension ScriptServer {
  /// Answers with a `CompletionList`, in the order in which the prompt offers the candidates.
  func answerCompletion(_ params: JSONValue, _ json: inout JSONWriter) throws(RPCError) {
    let (document, _) = try document(params)
    let positions = document.positions
    let offset = positions.offset(of: try params.requiredPosition("position"))
    let text = document.source[TextRange(0, offset)]
    let completion = engine.completion(in: text, at: offset, provider: provider)
    // What an editor replaces has to stand on one line; a text block need not.
    let isOnOneLine =
      positions.position(of: completion.replacing.start).line
      == positions.position(of: offset).line
    let candidates = isOnOneLine ? completion.candidates : []
    let digits = String(candidates.count).count
    json.object { json in
      json.member("isIncomplete", .bool(false))
      json.array("items") { json in
        for (index, candidate) in candidates.enumerated() {
          let number = String(index)
          json.object { json in
            json.member("label", candidate.text)
            json.member("kind", Self.number(of: candidate.kind))
            if !candidate.summary.isEmpty { json.member("detail", candidate.summary) }
            // Editors sort by their own measure, and by this where it finds no difference.
            json.member(
              "sortText", String(repeating: "0", count: digits - number.count) + number)
            json.object("textEdit") { json in
              json.member("range", completion.replacing, in: positions)
              json.member("newText", candidate.text)
            }
          }
        }
      }
    }
  }

  /// The `CompletionItemKind` of a candidate.
  private static func number(of kind: Completion.Candidate.Kind) -> Int {
    switch kind {
    case .command: 2  // Method
    case .keyword: 14
    case .flag: 10  // Property
    case .column: 5  // Field
    case .variable: 6
    case .function: 3
    case .type: 22  // Struct
    case .value: 12
    }
  }
}
