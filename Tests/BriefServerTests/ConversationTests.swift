import BriefSource
import BriefTestSupport
import Testing

@Suite struct ConversationTests {
  // MARK: Real clients

  @Test(arguments: [1 << 16, 1, 7])
  func aSessionOfVisualStudioCode(chunk: Int) throws {
    var code = Conversation()
    let initialize = code.request("initialize", Clients.code)
    code.notify("initialized")
    code.notify("$/setTrace", #"{"value":"off"}"#)
    code.notify("workspace/didChangeConfiguration", #"{"settings":{"brief":{}}}"#)
    code.open("let hers = $(quots)\r\nprint \"😀\" $hrs\r\n")
    code.notify(
      "textDocument/didChange",
      #"""
      {"textDocument":{"uri":"file:///week.brief","version":2},"contentChanges":[
      {"range":{"start":{"line":0,"character":17},"end":{"line":0,"character":17}},
       "rangeLength":0,"text":"e"}]}
      """#)
    code.notify("$/cancelRequest", #"{"id":999}"#)
    // The position after `😀` counts it as two.
    code.notify(
      "textDocument/didChange",
      #"""
      {"textDocument":{"uri":"file:///week.brief","version":3},"contentChanges":[
      {"range":{"start":{"line":1,"character":13},"end":{"line":1,"character":13}},
       "rangeLength":0,"text":"e"}]}
      """#)
    code.notify("textDocument/didSave", #"{"textDocument":{"uri":"file:///week.brief"}}"#)
    let hover = code.ask("hover", 1, 12)
    code.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///week.brief"}}"#)
    code.end()
    let outcome = try code.hold(chunk: chunk)

    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == [])
    let result = try outcome.result(initialize)
    #expect(result["capabilities"]?["positionEncoding"]?.string == "utf-16")
    #expect(result["capabilities"]?["textDocumentSync"]?["change"]?.int == 2)
    #expect(result["capabilities"]?["documentFormattingProvider"]?.bool == true)
    #expect(result["serverInfo"]?["name"]?.string == "brief")
    let published = outcome.notifications("textDocument/publishDiagnostics")
    #expect(published.map { $0["version"]?.int } == [1, 2, 3, nil])
    #expect(
      published.map { $0["diagnostics"]?.array?.map { $0["code"]?.string } } == [
        ["unknown-command", "unknown-variable"], ["unknown-variable"], [], [],
      ])
    let start = published[1]["diagnostics"]?.array?.first?["range"]?["start"]
    #expect(start?["line"]?.int == 1)
    #expect(start?["character"]?.int == 11)
    #expect(
      try outcome.result(hover)["contents"]?["value"]?.string?.hasPrefix(
        "```brief\n$hers: table of quotes\n```") == true)
  }

  @Test func aSessionOfNeovim() throws {
    var neovim = Conversation()
    let initialize = neovim.request("initialize", Clients.neovim)
    neovim.notify("initialized")
    neovim.open("print \"😀é\" $x", version: 0)
    // Neovim sends whole lines, with the end of the last.
    neovim.notify(
      "textDocument/didChange",
      #"""
      {"textDocument":{"uri":"file:///week.brief","version":4},"contentChanges":[
      {"range":{"start":{"line":0,"character":0},"end":{"line":1,"character":0}},
       "rangeLength":18,"text":"let x = 1\nprint \"😀é\" $y\n"}]}
      """#)
    let definition = neovim.ask("definition", 1, 16)
    neovim.end()
    let outcome = try neovim.hold()

    #expect(outcome.exitCode == 0)
    #expect(
      try outcome.result(initialize)["capabilities"]?["positionEncoding"]?.string == "utf-8")
    let published = outcome.notifications("textDocument/publishDiagnostics")
    #expect(published.map { $0["version"]?.int } == [0, 4])
    let start = published[0]["diagnostics"]?.array?.first?["range"]?["start"]
    #expect(start?["character"]?.int == 15)
    #expect(published[1]["diagnostics"]?.array?.count == 1)
    #expect(try outcome.result(definition).isNull)
  }

  @Test func theProgramServes() throws {
    var client = Conversation()
    client.begin()
    client.open("quots")
    client.end()
    let input = String(decoding: client.input, as: UTF8.self)
    for arguments in [["lsp"], ["lsp", "--stdio"]] {
      let run = try ProgramRun("brief", arguments, input: input)
      #expect(run.exitCode == 0)
      #expect(run.errors == "")
      let messages = try Conversation.messages(in: Array(run.output.utf8))
      #expect(messages.count == 3)
    }
    #expect(try ProgramRun("brief", ["lsp"]).exitCode == 1)
    #expect(try ProgramRun("brief", ["lsp", "file"]).exitCode == 2)
  }

  // MARK: Beginning and end

  @Test func nothingIsAnsweredBeforeTheBeginning() throws {
    var client = Conversation()
    client.request("textDocument/hover")
    client.request("shutdown")
    client.open("quots")
    client.begin()
    client.request("initialize")
    client.end()
    let outcome = try client.hold()
    #expect(outcome.errors == [-32002, -32002, -32600])
    #expect(outcome.notifications("textDocument/publishDiagnostics").isEmpty)
    #expect(outcome.exitCode == 0)
  }

  @Test func onlyExitFollowsShutdown() throws {
    var client = Conversation()
    client.begin()
    let shutdown = client.request("shutdown")
    client.open("quots")
    client.request("textDocument/hover")
    client.request("shutdown")
    client.notify("exit")
    client.request("initialize")
    let outcome = try client.hold()
    #expect(try outcome.result(shutdown).isNull)
    #expect(outcome.errors == [-32600, -32600])
    #expect(outcome.messages.count == 4)
    #expect(outcome.exitCode == 0)
  }

  @Test func theExitCodeSaysHowItEnded() throws {
    var exit = Conversation()
    exit.begin()
    exit.notify("exit")
    #expect(try exit.hold().exitCode == 1)

    var atOnce = Conversation()
    atOnce.notify("exit")
    #expect(try atOnce.hold().exitCode == 1)

    #expect(try Conversation().hold().exitCode == 1)

    var closed = Conversation()
    closed.begin()
    #expect(try closed.hold().exitCode == 1)

    closed.request("shutdown")
    #expect(try closed.hold().exitCode == 0)

    closed.say(raw: "Content-Length: 500\r\n\r\n{\"jsonrpc\"".utf8)
    #expect(try closed.hold().exitCode == 0)
  }

  // MARK: Broken input

  @Test func brokenMessagesAreAnsweredAndPassedOver() throws {
    var client = Conversation()
    client.begin()
    client.say("{")
    client.say("")
    client.say("[]")
    client.say("3")
    client.say(#"{"jsonrpc":"2.0","id":7}"#)
    client.say(#"{"jsonrpc":"2.0","id":8,"method":3}"#)
    client.say(#"{"jsonrpc":"2.0","id":{},"method":"shutdown"}"#)
    client.say(#"{"jsonrpc":"2.0","id":null,"method":"shutdown"}"#)
    client.say(#"{"jsonrpc":"2.0","id":9,"id":9,"method":"shutdown"}"#)
    client.say(raw: Conversation.framed([0x22, 0xFF, 0x22]))
    client.say(raw: "Content-Length: many\r\n\r\n{}".utf8)
    client.say(raw: "no header at all\r\n\r\n".utf8)
    client.say(String(repeating: "[", count: 100_000))
    // An answer to a request that was never made, and notifications of others.
    client.say(#"{"jsonrpc":"2.0","id":10,"result":null}"#)
    client.notify("$/progress")
    client.notify("workspace/didChangeWatchedFiles", "[]")
    let unknown = client.request("textDocument/inlineValue")
    let optional = client.request("$/whatever")
    client.say(#"{"jsonrpc":"2.0","id":"text","method":"nothing"}"#)
    client.end()
    let outcome = try client.hold()
    #expect(
      outcome.errors == [
        -32700, -32700, -32600, -32600, -32600, -32600, -32600, -32600, -32700, -32700, -32700,
        -32700, -32601, -32601, -32601,
      ])
    #expect(outcome.answer(7)?["error"]?["message"]?.string == "expected a member 'method'")
    #expect(outcome.answer(8)?["error"] != nil)
    #expect(outcome.answer(unknown)?["error"]?["code"]?.int == -32601)
    #expect(outcome.answer(optional)?["error"]?["code"]?.int == -32601)
    #expect(outcome.messages.contains { $0["id"]?.string == "text" && $0["error"] != nil })
    #expect(outcome.messages.filter { $0["id"]?.isNull == true }.count == 10)
    #expect(outcome.exitCode == 0)
  }

  @Test func wrongParametersAreNamed() throws {
    var client = Conversation()
    client.begin()
    client.open("quotes")
    for params in [
      "null", "[]", "{}", #"{"textDocument":3}"#, #"{"textDocument":{}}"#,
      #"{"textDocument":{"uri":3}}"#, #"{"textDocument":{"uri":"file:///other"}}"#,
      #"{"textDocument":{"uri":"file:///week.brief"}}"#,
      #"{"textDocument":{"uri":"file:///week.brief"},"position":{"line":0}}"#,
      #"{"textDocument":{"uri":"file:///week.brief"},"position":{"line":-1,"character":0}}"#,
      #"{"textDocument":{"uri":"file:///week.brief"},"position":{"line":0,"character":0.5}}"#,
    ] {
      client.request("textDocument/hover", params)
    }
    let last = client.ask("hover", 0, 9_007_199_254_740_991)
    client.end()
    let outcome = try client.hold()
    #expect(outcome.errors == Array(repeating: -32602, count: 11))
    let messages = outcome.messages.compactMap { $0["error"]?["message"]?.string }
    #expect(messages[2] == "expected an object as 'textDocument', found nothing")
    #expect(messages[5] == "expected a string as 'uri', found a number")
    #expect(messages[6] == "expected a document that is open, found 'file:///other'")
    #expect(try outcome.result(last)["range"] != nil)
  }

  @Test func wrongNotificationsChangeNothingAndAreLogged() throws {
    var client = Conversation()
    client.begin()
    client.open("quots")
    client.notify("textDocument/didOpen", #"{"textDocument":{"uri":"x"}}"#)
    client.notify("textDocument/didChange", #"{"textDocument":{"uri":"y"},"contentChanges":[]}"#)
    client.notify(
      "textDocument/didChange",
      #"""
      {"textDocument":{"uri":"file:///week.brief","version":2},
       "contentChanges":[{"text":"quotes"},{"range":{"start":{"line":0}},"text":""}]}
      """#)
    client.notify("textDocument/didClose", "[]")
    client.end()
    let outcome = try client.hold()
    let log = outcome.notifications("window/logMessage")
    #expect(log.count == 4)
    #expect(
      log.first?["message"]?.string
        == "textDocument/didOpen: expected a string as 'text', found nothing")
    #expect(outcome.notifications("textDocument/publishDiagnostics").count == 1)
    #expect(outcome.findings()?.count == 1)
    #expect(outcome.exitCode == 0)
  }

  @Test(arguments: 0..<8)
  func damagedConversationsEndWell(seed: Int) throws {
    var random = Random(seed: UInt64(seed))
    for _ in 0..<5 {
      var client = Conversation()
      client.begin()
      client.open("let a = $(quotes)\n$a | where words > 3 | count by speaker\n")
      client.ask("hover", 1, 1)
      client.ask("completion", 1, 11)
      client.request("textDocument/documentSymbol")
      client.end()
      var bytes = client.input
      for _ in 0..<random.number(in: 1...6) {
        let index = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes.removeSubrange(index..<min(bytes.count, index + random.below(30)))
        case 1: bytes[index] = UInt8(random.below(256))
        default: bytes.insert(contentsOf: random.pick(TextMutator.fragments) ?? [], at: index)
        }
      }
      var damaged = Conversation()
      damaged.say(raw: bytes)
      let outcome = try damaged.hold(chunk: random.number(in: 1...400))
      #expect(outcome.exitCode == 0 || outcome.exitCode == 1)
    }
  }
}
