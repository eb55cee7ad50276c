import BriefScript
import BriefSource

extension ScriptServer {
  /// The name at the position that a request is about.
  private func symbol(
    _ params: JSONValue
  ) throws(RPCError) -> (symbol: Symbol?, document: TextDocument, analysis: ScriptAnalysis) {
    let (document, analysis) = try document(params)
    let offset = document.positions.offset(of: try params.requiredPosition("position"))
    return (analysis.symbol(at: offset), document, analysis)
  }

  // MARK: What a name means

  func answerHover(_ params: JSONValue, _ json: inout JSONWriter) throws(RPCError) {
    let (symbol, document, _) = try symbol(params)
    guard let symbol else { return json.null() }
    let text = HoverText(symbol)
    json.object { json in
      json.object("contents") { json in
        json.member("kind", client.takesMarkdown ? "markdown" : "plaintext")
        json.member("value", client.takesMarkdown ? text.markdown : text.plain)
      }
      json.member("range", symbol.range, in: document.positions)
    }
  }

  // MARK: Where a name stands

  func answerDefinition(_ params: JSONValue, _ json: inout JSONWriter) throws(RPCError) {
    let (symbol, document, _) = try symbol(params)
    guard let place = symbol?.place else { return json.null() }
    json.location(place, in: document)
  }

  func answerReferences(_ params: JSONValue, _ json: inout JSONWriter) throws(RPCError) {
    let (symbol, document, analysis) = try symbol(params)
    let isBindingWanted = params["context"]?["includeDeclaration"]?.bool ?? true
    json.array { json in
      guard let place = symbol?.place else { return }
      for occurrence in analysis.occurrences(ofNameBoundAt: place)
      where isBindingWanted || !occurrence.isBinding {
        json.location(occurrence.range, in: document)
      }
    }
  }

  /// The names that are bound in the document, in text order.
  func answerDocumentSymbol(_ params: JSONValue, _ json: inout JSONWriter) throws(RPCError) {
    let (document, analysis) = try document(params)
    json.array { json in
      for symbol in analysis.bindings {
        guard let extent = symbol.extent, let kind = Self.number(of: symbol.meaning) else {
          continue
        }
        json.object { json in
          json.member("name", symbol.name)
          json.member("kind", kind)
          if client.takesSymbolTree {
            json.member("detail", HoverText.title(of: symbol))
            json.member("range", extent.union(symbol.range), in: document.positions)
            json.member("selectionRange", symbol.range, in: document.positions)
          } else {
            json.location("location", symbol.range, in: document)
          }
        }
      }
    }
  }

  /// The `SymbolKind` of what belongs in the outline of a script; `nil` for what does not.
  private static func number(of meaning: Symbol.Meaning) -> Int? {
    switch meaning {
    case .variable: 13
    case .definition: 12
    default: nil
    }
  }

  // MARK: Renaming

  func answerPrepareRename(_ params: JSONValue, _ json: inout JSONWriter) throws(RPCError) {
    let (symbol, document, _) = try symbol(params)
    guard let symbol, Self.isRenamable(symbol) else { return json.null() }
    json.object { json in
      json.member("range", bareRange(of: symbol, in: document), in: document.positions)
      json.member("placeholder", symbol.name)
    }
  }

  func answerRename(_ params: JSONValue, _ json: inout JSONWriter) throws(RPCError) {
    let (symbol, document, analysis) = try symbol(params)
    let given = try params.requiredString("newName")
    guard let symbol, Self.isRenamable(symbol), let place = symbol.place else {
      throw .requestFailed("only what the script binds itself can have another name")
    }
    let name = given.hasPrefix("$") ? String(given.dropFirst()) : given
    guard ScriptAnalysis.isName(name) else {
      throw .requestFailed("expected a name of letters, digits and '_', found '\(given)'")
    }
    guard name == symbol.name || !analysis.bindings.contains(where: { $0.name == name }) else {
      throw .requestFailed("'\(name)' is bound already; take another name")
    }
    json.object { json in
      json.object("changes") { json in
        json.array(document.uri) { json in
          for occurrence in analysis.occurrences(ofNameBoundAt: place) {
            json.object { json in
              json.member("range", bareRange(of: occurrence, in: document), in: document.positions)
              json.member("newText", name)
            }
          }
        }
      }
    }
  }

  private static func isRenamable(_ symbol: Symbol) -> Bool {
    switch symbol.meaning {
    case .variable, .definition: symbol.place != nil
    default: false
    }
  }

  /// The range of a name without the `$` before it.
  private func bareRange(of symbol: Symbol, in document: TextDocument) -> TextRange {
    let range = symbol.range
    let hasDollar = document.source.bytes[range.start] == UInt8(ascii: "$")
    return hasDollar ? TextRange(range.start + 1, range.end) : range
  }
}
