import BriefScript
import BriefSource

extension ScriptServer {
  /// Answers with one edit of the whole text, none where nothing changes; `null` when the script
  /// cannot be read. The style is the same for everybody, so the client's options change nothing.
  func answerFormatting(_ params: JSONValue, _ json: inout JSONWriter) throws(RPCError) {
    let document = try document(params).document
    let source = document.source
    guard let text = try? Formatter.format(source) else { return json.null() }
    json.array { json in
      guard Array(text.utf8) != source.bytes else { return }
      json.object { json in
        json.member("range", source.range, in: document.positions)
        json.member("newText", text)
      }
    }
  }
}
