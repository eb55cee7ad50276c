import BriefSource

/// What the client says at the start that it can do.
struct ClientCapabilities {
  /// In what positions are counted.
  var encoding = PositionEncoding.utf16
  /// Whether a finding may have further places.
  var hasRelatedInformation = false
  /// Whether a hover may be Markdown.
  var takesMarkdown = false
  /// Whether the symbols of a document may be a tree with two ranges each.
  var takesSymbolTree = false

  init() {}

  /// Reads the parameters of `initialize`; what is not said is not supposed.
  init(_ params: JSONValue) {
    let capabilities = params["capabilities"]
    let document = capabilities?["textDocument"]
    func names(_ value: JSONValue?) -> [String] { value?.array?.compactMap(\.string) ?? [] }
    encoding = PositionEncoding(offered: names(capabilities?["general"]?["positionEncodings"]))
    hasRelatedInformation = document?["publishDiagnostics"]?["relatedInformation"]?.bool ?? false
    takesMarkdown = names(document?["hover"]?["contentFormat"]).contains("markdown")
    takesSymbolTree =
      document?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.bool ?? false
  }
}
