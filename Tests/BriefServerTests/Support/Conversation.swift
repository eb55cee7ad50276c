import BriefCommands
import BriefServer
import BriefSource
import Dispatch
import Glibc
import Synchronization
import SystemPackage
import Testing

/// What a client says to a server from beginning to end, and what it is answered.
struct Conversation {
  /// The bytes the client writes.
  private(set) var input: [UInt8] = []
  private var requests = 0

  /// The content of a message with its header.
  static func framed(_ content: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
  }

  /// Says these bytes, whatever they are.
  mutating func say(raw bytes: some Sequence<UInt8>) { input += bytes }

  /// Says one message.
  mutating func say(_ json: String) { input += Self.framed(Array(json.utf8)) }

  /// Tells something; `params` is JSON.
  mutating func notify(_ method: String, _ params: String = "{}") {
    say(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params)}"#)
  }

  /// Asks something; `params` is JSON.
  ///
  /// - Returns: The id, by which the answer is found.
  @discardableResult
  mutating func request(_ method: String, _ params: String = "{}") -> Int {
    requests += 1
    say(#"{"jsonrpc":"2.0","id":\#(requests),"method":"\#(method)","params":\#(params)}"#)
    return requests
  }

  /// Begins as a client that has these capabilities.
  mutating func begin(_ capabilities: String = "{}") {
    request("initialize", #"{"processId":null,"rootUri":null,"capabilities":\#(capabilities)}"#)
    notify("initialized")
  }

  /// Opens a document.
  mutating func open(_ text: String, as uri: String = "file:///week.brief", version: Int = 1) {
    notify(
      "textDocument/didOpen",
      #"{"textDocument":{"uri":"\#(uri)","languageId":"brief","version":\#(version),"#
        + #""text":\#(Self.quoted(text))}}"#)
  }

  /// Asks about a position in a document; `more` is JSON members with a comma before them.
  @discardableResult
  mutating func ask(
    _ method: String, _ line: Int, _ character: Int, more: String = "",
    of uri: String = "file:///week.brief"
  ) -> Int {
    request(
      "textDocument/\(method)",
      #"{"textDocument":{"uri":"\#(uri)"},"position":{"line":\#(line),"character":"#
        + "\(character)}\(more)}")
  }

  /// Leaves as the protocol wants it.
  mutating func end() {
    request("shutdown", "null")
    notify("exit", "null")
  }

  /// A string as JSON.
  static func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.value(text)
    return json.text
  }

  // MARK: Running it

  /// What came of a conversation.
  struct Outcome {
    let exitCode: Int32
    let messages: [JSONValue]

    /// The answer to the request with this id.
    func answer(_ id: Int) -> JSONValue? { messages.first { $0["id"]?.int == id } }

    /// What the request with this id gave.
    func result(_ id: Int) throws -> JSONValue { try #require(answer(id)?["result"]) }

    /// The numbers of the errors, in their order.
    var errors: [Int] { messages.compactMap { $0["error"]?["code"]?.int } }

    /// What the server told by `method`, in its order.
    func notifications(_ method: String) -> [JSONValue] {
      messages.filter { $0["method"]?.string == method }.compactMap { $0["params"] }
    }

    /// The findings that were published last for a document.
    func findings(of uri: String = "file:///week.brief") -> [JSONValue]? {
      notifications("textDocument/publishDiagnostics").last { $0["uri"]?.string == uri }?[
        "diagnostics"]?.array
    }
  }

  /// Holds the conversation over two pipes, with a server in this process.
  ///
  /// - Parameter chunk: How many bytes the client writes at a time.
  func hold(chunk: Int = 1 << 16) throws -> Outcome {
    let toServer = try FileDescriptor.pipe()
    let fromServer = try FileDescriptor.pipe()
    let exitCode = Mutex(Int32(-1))
    let group = DispatchGroup()
    let input = input
    DispatchQueue.global().async(group: group) {
      signal(SIGPIPE, SIG_IGN)
      var start = 0
      // A server that has left early reads no more.
      while start < input.count,
        (try? toServer.writeEnd.writeAll(input[start..<min(start + chunk, input.count)])) != nil
      {
        start += chunk
      }
      try? toServer.writeEnd.close()
    }
    DispatchQueue.global().async(group: group) {
      let session = Session()
      let commands = AllCommands.working(on: session)
      let server = ScriptServer(
        commands: commands, completion: SessionCompletion(session, commands: commands),
        version: "test")
      let code = server.run(input: toServer.readEnd, output: fromServer.writeEnd)
      exitCode.withLock { $0 = code }
      try? toServer.readEnd.close()
      try? fromServer.writeEnd.close()
    }
    var output: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try bytes.withUnsafeMutableBytes { try fromServer.readEnd.read(into: $0) }
      if count == 0 { break }
      output += bytes[..<count]
    }
    group.wait()
    try fromServer.readEnd.close()
    return Outcome(
      exitCode: exitCode.withLock { $0 }, messages: try Self.messages(in: output))
  }

  /// Takes the messages apart that a server wrote, strictly.
  static func messages(in output: [UInt8]) throws -> [JSONValue] {
    var messages: [JSONValue] = []
    var rest = output[...]
    while !rest.isEmpty {
      let end = try #require(rest.firstRange(of: Array("\r\n\r\n".utf8)))
      let header = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
      let length = try #require(Int(header.dropFirst("Content-Length: ".count)))
      #expect(header == "Content-Length: \(length)")
      let content = rest[end.upperBound...].prefix(length)
      #expect(content.count == length)
      let message = try JSONReader.read(Array(content))
      #expect(message["jsonrpc"]?.string == "2.0")
      messages.append(message)
      rest = rest[(end.upperBound + content.count)...]
    }
    return messages
  }
}
