import BriefScript
import BriefSource

extension ScriptServer {
  func didOpen(_ params: JSONValue) throws(RPCError) {
    let item = try params.requiredObject("textDocument")
    let uri = try item.requiredString("uri")
    documents[uri] = TextDocument(
      uri: uri, version: item["version"]?.int, text: try item.requiredString("text"),
      encoding: client.encoding)
    publishFindings(of: uri)
  }

  func didChange(_ params: JSONValue) throws(RPCError) {
    let item = try params.requiredObject("textDocument")
    let uri = try openDocument(item).uri
    var changes: [TextDocument.Change] = []
    for change in try params.required("contentChanges", "an array", { $0.array }) {
      let text = try change.requiredString("text")
      if let range = change["range"], !range.isNull {
        changes.append(
          .init(
            range: (try range.requiredPosition("start"), try range.requiredPosition("end")),
            text: text))
      } else {
        changes.append(.init(range: nil, text: text))
      }
    }
    documents[uri]?.apply(changes, version: item["version"]?.int)
    publishFindings(of: uri)
  }

  func didClose(_ params: JSONValue) throws(RPCError) {
    let uri = try openDocument(try params.requiredObject("textDocument")).uri
    documents[uri] = nil
    // What the editor still shows of a script that it no longer keeps up to date would be wrong.
    notify("textDocument/publishDiagnostics") { json in
      json.member("uri", uri)
      json.array("diagnostics") { _ in }
    }
  }

  /// The open document that `item` names.
  private func openDocument(_ item: JSONValue) throws(RPCError) -> TextDocument {
    let uri = try item.requiredString("uri")
    guard let document = documents[uri] else {
      throw .invalidParams("expected a document that is open, found '\(uri)'")
    }
    return document
  }

  /// The document that a request is about, and what is known of it.
  func document(
    _ params: JSONValue
  ) throws(RPCError) -> (document: TextDocument, analysis: ScriptAnalysis) {
    let document = try openDocument(try params.requiredObject("textDocument"))
    return (document, analysis(of: document))
  }

  /// What is known of a document; worked out once for every version of it.
  private func analysis(of document: TextDocument) -> ScriptAnalysis {
    if let analysis = document.analysis { return analysis }
    let analysis = engine.analysis(of: document.source)
    documents[document.uri]?.analysis = analysis
    return analysis
  }

  // MARK: Findings

  private func publishFindings(of uri: String) {
    guard let document = documents[uri] else { return }
    let findings = analysis(of: document).findings
    notify("textDocument/publishDiagnostics") { json in
      json.member("uri", uri)
      if let version = document.version { json.member("version", version) }
      json.array("diagnostics") { json in
        for finding in findings { write(finding, of: document, &json) }
      }
    }
  }

  private func write(
    _ finding: Diagnostic, of document: TextDocument, _ json: inout JSONWriter
  ) {
    let range = finding.range ?? .at(0)
    var message = finding.message
    var others: [Diagnostic.Label] = []
    for label in finding.labels {
      if label.range == range {
        message += "\n" + label.message
      } else if client.hasRelatedInformation {
        others.append(label)
      } else {
        let line = document.source.lineNumber(at: label.range.start)
        message += "\nline \(line): \(label.message)"
      }
    }
    if let help = finding.help { message += "\nhelp: " + help }
    json.object { json in
      json.member("range", range, in: document.positions)
      json.member("severity", Self.number(of: finding.severity))
      json.member("code", finding.id)
      json.member("source", "brief")
      json.member("message", message)
      guard !others.isEmpty else { return }
      json.array("relatedInformation") { json in
        for label in others {
          json.object { json in
            json.location("location", label.range, in: document)
            json.member("message", label.message)
          }
        }
      }
    }
  }

  /// The `DiagnosticSeverity` of a finding.
  private static func number(of severity: Diagnostic.Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }
}

extension JSONWriter {
  /// Writes a member that is a `Location`.
  mutating func location(_ name: String, _ range: TextRange, in document: TextDocument) {
    key(name)
    location(range, in: document)
  }

  /// Writes a `Location`.
  mutating func location(_ range: TextRange, in document: TextDocument) {
    object { json in
      json.member("uri", document.uri)
      json.member("range", range, in: document.positions)
    }
  }
}
