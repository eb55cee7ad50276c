import BriefSource
import BriefTestSupport
import Testing

@Suite struct FindingTests {
  /// What is published for `text` to a client with these capabilities.
  private func findings(_ text: String, _ capabilities: String = "{}") throws -> [JSONValue] {
    var client = Conversation()
    client.begin(capabilities)
    client.open(text)
    client.end()
    return try #require(try client.hold().findings())
  }

  private func numbers(_ range: JSONValue?) -> [Int?] {
    ["start", "end"].flatMap { end in
      ["line", "character"].map { range?[end]?[$0]?.int }
    }
  }

  @Test func aFindingSaysWhatIsExpectedAndHowToMendIt() throws {
    let finding = try #require(try findings("print 1\r\nquotes | where wrods > 10\r\n").first)
    #expect(numbers(finding["range"]) == [1, 15, 1, 20])
    #expect(finding["severity"]?.int == 1)
    #expect(finding["code"]?.string == "unknown-column")
    #expect(finding["source"]?.string == "brief")
    let message = try #require(finding["message"]?.string)
    #expect(message.hasPrefix("no column 'wrods' after 'quotes'\ncolumns: "))
    #expect(message.hasSuffix("\nhelp: did you mean 'words'?"))
    #expect(finding["relatedInformation"] == nil)
  }

  @Test func anotherPlaceIsRelatedInformationWhereThatIsKnown() throws {
    let text = "let a = 1\nlet a = 2\n"
    let plain = try #require(try findings(text).first)
    #expect(plain["message"]?.string?.contains("\nline 1: bound here\n") == true)
    #expect(plain["relatedInformation"] == nil)

    let capabilities = #"{"textDocument":{"publishDiagnostics":{"relatedInformation":true}}}"#
    let rich = try #require(try findings(text, capabilities).first)
    #expect(rich["message"]?.string?.contains("bound here") == false)
    let other = try #require(rich["relatedInformation"]?.array?.first)
    #expect(other["message"]?.string == "bound here")
    #expect(other["location"]?["uri"]?.string == "file:///week.brief")
    #expect(numbers(other["location"]?["range"]) == [0, 4, 0, 5])
  }

  @Test func aScriptThatBreaksOffIsMarkedAtItsEnd() throws {
    #expect(numbers(try findings("print (1 +").last?["range"]) == [0, 10, 0, 10])
    #expect(try findings("").isEmpty)
  }

  @Test func documentsAreKeptApart() throws {
    var client = Conversation()
    client.begin()
    client.open("quots", as: "file:///a.brief")
    client.open("let a = 1; print $a", as: "untitled:Untitled-1")
    let hover = client.ask("hover", 0, 4, of: "untitled:Untitled-1")
    client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a.brief"}}"#)
    client.open("$a", as: "file:///c.brief")
    client.end()
    let outcome = try client.hold()
    #expect(outcome.findings(of: "file:///a.brief") == [])
    #expect(outcome.findings(of: "untitled:Untitled-1") == [])
    #expect(outcome.findings(of: "file:///c.brief")?.count == 1)
    #expect(try outcome.result(hover)["contents"]?["value"]?.string == "$a: int")
  }

  @Test func aLongScriptIsEditedLineByLine() throws {
    let count = 5_000
    var text = ""
    for line in 0..<count {
      text += "let _n\(line) = $(quotes | where words > \(line) and speaker != \"Ağrı 😀\")\r\n"
    }
    var client = Conversation()
    client.begin()
    client.open(text)
    for (version, line) in [4_999, 2_500, 0].enumerated() {
      client.notify(
        "textDocument/didChange",
        #"""
        {"textDocument":{"uri":"file:///week.brief","version":\#(version + 2)},"contentChanges":[
        {"range":{"start":{"line":\#(line),"character":0},"end":{"line":\#(line),"character":3}},
         "text":"lot"}]}
        """#)
    }
    let definition = client.ask("hover", 2_000, 5)
    let symbols = client.request(
      "textDocument/documentSymbol", #"{"textDocument":{"uri":"file:///week.brief"}}"#)
    client.end()
    let outcome = try client.hold()
    #expect(outcome.exitCode == 0)
    let published = outcome.notifications("textDocument/publishDiagnostics")
    #expect(published.map { $0["diagnostics"]?.array?.count } == [0, 1, 2, 3])
    #expect(
      outcome.findings()?.map { $0["range"]?["start"]?["line"]?.int } == [0, 2_500, 4_999])
    #expect(
      try outcome.result(definition)["contents"]?["value"]?.string?.hasPrefix("$_n2000: table")
        == true)
    #expect(try outcome.result(symbols).array?.count == count - 3)
  }
}
