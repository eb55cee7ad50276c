import BriefScript
import BriefSource
import Glibc
import SystemPackage

/// Tells editors about scripts, in the Language Server Protocol 3.17.
///
/// It checks what the editor has open, as it stands there. It runs nothing, and reads no file but the
/// modules that a script uses. It is owned by one thread.
public final class ScriptServer {
  /// How far the conversation has come.
  private enum Phase {
    case beginning, talking
    /// `shutdown` was answered, and only `exit` may follow.
    case closing
    case ended(isOrderly: Bool)
  }

  let engine: Engine
  let provider: any CompletionProvider
  private let version: String
  private var phase = Phase.beginning
  private(set) var client = ClientCapabilities()
  /// The scripts that are open, by what the editor calls them.
  var documents: [String: TextDocument] = [:]
  /// What is still to be written.
  private var outgoing: [[UInt8]] = []

  /// Creates a server.
  ///
  /// - Parameters:
  ///   - commands: The commands that scripts may use; none of them is run.
  ///   - completion: Knows the words of the program.
  ///   - version: The version of the program.
  public init(commands: CommandSet, completion: any CompletionProvider, version: String) {
    engine = Engine(commands: commands, output: SilentSink())
    provider = completion
    self.version = version
  }

  // MARK: The loop

  /// Answers the client until it leaves; `SIGPIPE` is ignored for the whole process from now on.
  ///
  /// - Returns: The exit code that the protocol wants: 0 when the client asked to shut down before it
  ///   left or its messages ended, else 1.
  public func run(input: FileDescriptor, output: FileDescriptor) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    var reader = MessageReader(input)
    while true {
      do {
        switch try reader.next() {
        case .message(let content): receive(content)
        case .malformed(let message): respond(to: .null, .parseError(message))
        case .end: if case .closing = phase { return 0 } else { return 1 }
        }
        for message in outgoing {
          let header = "Content-Length: \(message.count)\r\n\r\n"
          try output.writeAll(Array(header.utf8) + message)
        }
      } catch {
        // The client has gone, and nobody is left to tell.
        return 1
      }
      outgoing = []
      if case .ended(let isOrderly) = phase { return isOrderly ? 0 : 1 }
    }
  }

  // MARK: Messages

  /// Deals with one message; what it is answered is put among what is to be written.
  private func receive(_ content: [UInt8]) {
    let message: JSONValue
    do {
      message = try JSONReader.read(content)
    } catch {
      return respond(to: .null, .parseError(error.description))
    }
    guard message.object != nil else {
      return respond(
        to: .null, .invalidRequest("expected one message, an object, found \(message.phrase)"))
    }
    guard let name = message["method"] else {
      // The answer to a request; the server makes none.
      if message["result"] != nil || message["error"] != nil { return }
      return respond(to: message.id ?? .null, .invalidRequest("expected a member 'method'"))
    }
    guard let method = name.string else {
      return respond(
        to: message.id ?? .null,
        .invalidRequest("expected a string as 'method', found \(name.phrase)"))
    }
    let params = message["params"] ?? .object(JSONObject())
    if let id = message.id {
      receiveRequest(method, params, id)
    } else if message["id"] == nil {
      receiveNotification(method, params)
    } else {
      respond(to: .null, .invalidRequest("expected a number or a string as 'id'"))
    }
  }

  private func receiveRequest(_ method: String, _ params: JSONValue, _ id: JSONValue) {
    var json = JSONWriter()
    var failure: RPCError?
    json.object { json in
      json.member("jsonrpc", "2.0")
      json.member("id", id)
      json.key("result")
      do throws(RPCError) {
        try advance(method, params)
        try answer(method, params, &json)
      } catch {
        failure = error
      }
    }
    // What was written of a result before it failed goes with the rest.
    if let failure { respond(to: id, failure) } else { outgoing.append(json.bytes) }
  }

  /// Goes on to the phase that a request begins.
  ///
  /// - Throws: ``RPCError`` when the request may not come now.
  private func advance(_ method: String, _ params: JSONValue) throws(RPCError) {
    switch (phase, method) {
    case (.beginning, "initialize"):
      phase = .talking
      client = ClientCapabilities(params)
    case (.beginning, _): throw .notInitialized
    case (.talking, "initialize"): throw .invalidRequest("'initialize' may come only once")
    case (.talking, "shutdown"): phase = .closing
    case (.talking, _): break
    case (.closing, _), (.ended, _):
      throw .invalidRequest("after 'shutdown' only 'exit' may come")
    }
  }

  private func answer(
    _ method: String, _ params: JSONValue, _ json: inout JSONWriter
  ) throws(RPCError) {
    switch method {
    case "initialize": answerInitialize(&json)
    case "shutdown": json.null()
    case "textDocument/completion": try answerCompletion(params, &json)
    case "textDocument/hover": try answerHover(params, &json)
    case "textDocument/definition": try answerDefinition(params, &json)
    case "textDocument/references": try answerReferences(params, &json)
    case "textDocument/prepareRename": try answerPrepareRename(params, &json)
    case "textDocument/rename": try answerRename(params, &json)
    case "textDocument/documentSymbol": try answerDocumentSymbol(params, &json)
    case "textDocument/formatting": try answerFormatting(params, &json)
    default: throw .methodNotFound(method)
    }
  }

  private func receiveNotification(_ method: String, _ params: JSONValue) {
    if method == "exit" {
      if case .closing = phase {
        phase = .ended(isOrderly: true)
      } else {
        phase = .ended(isOrderly: false)
      }
      return
    }
    guard case .talking = phase else { return }
    do throws(RPCError) {
      switch method {
      case "textDocument/didOpen": try didOpen(params)
      case "textDocument/didChange": try didChange(params)
      case "textDocument/didClose": try didClose(params)
      // What is saved has been checked already, and what else there may be concerns others.
      default: break
      }
    } catch {
      // A notification has no answer; the client may show or keep what is wrong with it.
      notify("window/logMessage") { json in
        json.member("type", 1)
        json.member("message", "\(method): \(error.message)")
      }
    }
  }

  // MARK: Answers

  private func respond(to id: JSONValue, _ error: RPCError) {
    var json = JSONWriter()
    json.object { json in
      json.member("jsonrpc", "2.0")
      json.member("id", id)
      json.object("error") { json in
        json.member("code", error.code)
        json.member("message", error.message)
      }
    }
    outgoing.append(json.bytes)
  }

  /// Tells the client something; `body` writes the parameters.
  func notify(_ method: String, _ body: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    json.object { json in
      json.member("jsonrpc", "2.0")
      json.member("method", method)
      json.object("params", body)
    }
    outgoing.append(json.bytes)
  }

  private func answerInitialize(_ json: inout JSONWriter) {
    json.object { json in
      json.object("capabilities") { json in
        json.member("positionEncoding", client.encoding.rawValue)
        json.object("textDocumentSync") { json in
          json.member("openClose", .bool(true))
          // Changes come as stretches; whole texts are taken as well.
          json.member("change", 2)
          json.object("save") { $0.member("includeText", .bool(false)) }
        }
        json.object("completionProvider") { json in
          json.array("triggerCharacters") { json in
            for character in ["$", "-", "|", ".", "=", " "] { json.value(character) }
          }
        }
        for name in [
          "hoverProvider", "definitionProvider", "referencesProvider", "documentSymbolProvider",
          "documentFormattingProvider",
        ] {
          json.member(name, .bool(true))
        }
        json.object("renameProvider") { $0.member("prepareProvider", .bool(true)) }
      }
      json.object("serverInfo") { json in
        json.member("name", "brief")
        json.member("version", version)
      }
    }
  }
}

extension JSONValue {
  /// The id of a request: a number or a string.
  fileprivate var id: JSONValue? {
    switch self["id"] {
    case .int(let number)?: .int(number)
    case .number(let number)?: .number(number)
    case .string(let text)?: .string(text)
    default: nil
    }
  }
}

/// Takes no results, since nothing is run.
private final class SilentSink: OutputSink {
  func emit(_ value: Value) throws(ScriptError) {}
  func report(_ diagnostic: Diagnostic) {}
}
