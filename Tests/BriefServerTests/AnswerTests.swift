import BriefSource
import BriefTestSupport
import Testing

@Suite struct AnswerTests {
  /// What a request gives at `‸` in `text`; `more` is JSON members with a comma before them.
  private func ask(
    _ method: String, _ text: String, more: String = "", capabilities: String = "{}"
  ) throws -> (result: JSONValue?, error: JSONValue?) {
    let parts = text.split(separator: "‸", omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    let before = parts[0].split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
    var client = Conversation()
    client.begin(capabilities)
    client.open(parts.joined())
    let id = client.ask(method, before.count - 1, before.last?.utf16.count ?? 0, more: more)
    client.end()
    let answer = try #require(try client.hold().answer(id))
    return (answer["result"], answer["error"])
  }

  private func range(_ value: JSONValue?) -> [Int?] {
    ["start", "end"].flatMap { end in
      ["line", "character"].map { value?["range"]?[end]?[$0]?.int }
    }
  }

  // MARK: Formatting

  @Test func aScriptIsLaidOutAsTheProgramDoesIt() throws {
    let edits = try ask("formatting", "quotes|take   3 # few\n‸").result?.array
    #expect(edits?.count == 1)
    #expect(edits?.first?["newText"]?.string == "quotes | take 3  # few\n")
    #expect(range(edits?.first) == [0, 0, 1, 0])
    #expect(try ask("formatting", "quotes | take 3\n‸").result?.array?.isEmpty == true)
    #expect(try ask("formatting", "quotes | | take‸").result?.isNull == true)
  }

  // MARK: Completion

  private func completions(_ text: String) throws -> [JSONValue] {
    try #require(try ask("completion", text).result?["items"]?.array)
  }

  private func labels(_ text: String) throws -> [String?] {
    try completions(text).map { $0["label"]?.string }
  }

  @Test func columnsAreThoseTheStageBeforeLeaves() throws {
    #expect(
      try labels("quotes | select speaker, words | derive short = words < 5 | sort ‸").prefix(3)
        == ["speaker", "words", "short"])
    #expect(try labels("quotes | count by speaker | where c‸ > 3\nquotes").contains("count"))
    #expect(try !labels("quotes | count by speaker | where w‸").contains("words"))
  }

  @Test func everyKindOfWordIsCompleted() throws {
    let text = "let hers = $(quotes)\r\nprint \"😀\" "
    let variables = try completions(text + "$h‸")
    #expect(variables.map { $0["label"]?.string } == ["$hers"])
    #expect(variables.first?["kind"]?.int == 6)
    #expect(variables.first?["detail"]?.string == "table of quotes")
    #expect(range(variables.first?["textEdit"]) == [1, 11, 1, 13])
    #expect(variables.first?["textEdit"]?["newText"]?.string == "$hers")

    #expect(try labels("quotes --ki‸") == ["--kind"])
    #expect(try labels("quotes --kind ‸") == ["direct", "mixed", "indirect"])
    #expect(try labels("quotes --kind=d‸") == ["direct"])
    #expect(try labels("print (rou‸)") == ["round("])
    #expect(try labels("let x: da‸") == ["date"])
    #expect(try labels("sho‸") == ["show"])
    #expect(try labels("# sho‸") == [])
    #expect(try labels("print \"sho‸\"") == [])
    #expect(try labels("let ‸").isEmpty)
    // Neither files nor what only a session knows.
    #expect(try labels("load ‸") == ["--date", "--title", "--outlet"])
    #expect(try labels("load /‸") == [])
    #expect(try labels("quotes --by ‸") == [])
    #expect(try completions("quotes | wh‸").first?["kind"]?.int == 14)
    #expect(try completions("quo‸").first?["kind"]?.int == 2)
    #expect(try completions("quotes | where words‸").first?["kind"]?.int == 5)
  }

  @Test func candidatesKeepTheirOrder() throws {
    let items = try completions("‸")
    let keys = items.compactMap { $0["sortText"]?.string }
    #expect(items.count > 20)
    #expect(keys == keys.sorted())
    #expect(Set(keys).count == items.count)
  }

  // MARK: Hover

  private static let markdown = #"{"textDocument":{"hover":{"contentFormat":["markdown"]}}}"#

  private func hover(_ text: String, markdown: Bool = false) throws -> String? {
    let (result, _) = try ask(
      "hover", text, capabilities: markdown ? Self.markdown : "{}")
    #expect(
      result?["contents"] == nil
        || result?["contents"]?["kind"]?.string == (markdown ? "markdown" : "plaintext"))
    return result?["contents"]?["value"]?.string
  }

  @Test func namesAreExplained() throws {
    #expect(
      try hover("quotes | ta‸ke 3")
        == "take [N]\n\nKeeps the first rows.\n\nN  how many, 10 unless said")
    #expect(try hover("quotes | take‸ 3")?.hasPrefix("take [N]") == true)
    #expect(try hover("quotes | ‸where words > 3")?.hasPrefix("where CONDITION\n\n") == true)
    #expect(
      try hover("quotes | where wor‸ds > 3") == "words: int\n\nhow many words it has")
    #expect(
      try hover("quotes --su‸re 0.5") == """
        --sure NUMBER

        the least confidence in the speaker, 0 to 1 (`quotes`)

        From 0 to 1.
        """)
    #expect(try hover("quotes | count b‸y speaker")?.hasPrefix("by COLUMN…\n\n") == true)
    #expect(try hover("let n: in‸t = 3") == "int")
    #expect(try hover("let ‸n = 3") == "$n: int")
    #expect(
      try hover("quotes | group speaker [ n = s‸um(words) ]")?.hasPrefix("sum(column)") == true)
    #expect(try hover("quotes | derive twi‸ce = words * 2") == "twice: int")
    #expect(try hover("quotes | sort wor‸ds --desc") == "words: int\n\nhow many words it has")
    #expect(
      try hover("print (round‸(2.5))", markdown: true) == """
        ```brief
        round(number, digits?)
        ```

        the nearest int, or the nearest number with so many digits after the point

        For example `round(2.567, 1)` gives `2.6`.
        """)
    #expect(
      try hover("let a = $(quotes | select words)\nprint $‸a", markdown: true) == """
        ```brief
        $a: table of quotes
        ```

        - `words` – int: how many words it has
        """)
  }

  @Test func whatMeansNothingIsNotExplained() throws {
    for text in [
      "‸", "quots‸", "quotes | where wrods‸ > 3", "# quotes‸", "print \"quotes‸\"", "print 1‸2",
    ] {
      #expect(try hover(text) == nil, "\(text)")
    }
  }

  @Test func namesAreExplainedAmongMistakes() throws {
    #expect(
      try hover("let a = $(quotes | where words >)\nquots\nprint $b\nquo‸tes |")?.hasPrefix(
        "quotes")
        == true)
  }

  // MARK: Definitions, references, renaming

  private let script = "let a = 1\r\nlet b = ($a + 1) # $a\r\nprint \"😀 $a\" $‸a $b (text($a))\r\n"

  @Test func aVariableLeadsToItsBinding() throws {
    let (result, _) = try ask("definition", script)
    #expect(result?["uri"]?.string == "file:///week.brief")
    #expect(range(result) == [0, 4, 0, 5])
    #expect(try ask("definition", "print 1‸").result?.isNull == true)
    #expect(try ask("definition", "quo‸tes").result?.isNull == true)
    #expect(range(try ask("definition", "let x = $(quotes)\n$x‸ | take 3").result) == [0, 4, 0, 5])
  }

  @Test func aVariableIsFoundWhereverItIsUsed() throws {
    let context = #","context":{"includeDeclaration":true}"#
    let all = try #require(try ask("references", script, more: context).result?.array)
    #expect(all.map(range) == [[0, 4, 0, 5], [1, 9, 1, 11], [2, 14, 2, 16], [2, 26, 2, 28]])
    let uses = try ask(
      "references", script, more: #","context":{"includeDeclaration":false}"#)
    #expect(uses.result?.array?.map(range) == Array(all.map(range).dropFirst()))
    #expect(try ask("references", "quo‸tes", more: context).result == .array([]))
  }

  @Test func aVariableIsRenamedWithoutItsDollar() throws {
    let (result, _) = try ask("rename", script, more: #","newName":"$größe""#)
    let edits = try #require(result?["changes"]?["file:///week.brief"]?.array)
    #expect(edits.map(range) == [[0, 4, 0, 5], [1, 10, 1, 11], [2, 15, 2, 16], [2, 27, 2, 28]])
    #expect(edits.allSatisfy { $0["newText"]?.string == "größe" })
    let (prepared, _) = try ask("prepareRename", script)
    #expect(range(prepared) == [2, 15, 2, 16])
    #expect(prepared?["placeholder"]?.string == "a")
  }

  @Test(arguments: ["1", "", "a b", "a-b", "b", "$", "$$a"])
  func namesThatCannotBeAreRefused(_ name: String) throws {
    let (_, error) = try ask("rename", script, more: #","newName":"\#(name)""#)
    #expect(error?["code"]?.int == -32803)
  }

  @Test func onlyVariablesAreRenamed() throws {
    #expect(try ask("prepareRename", "quo‸tes").result?.isNull == true)
    #expect(
      try ask("rename", "quotes | where wor‸ds > 3", more: #","newName":"n""#).error?["code"]?.int
        == -32803)
  }

  // MARK: Formatting

  @Test func formattingIsOneEditOfTheWholeText() throws {
    let edits = try #require(try ask("formatting", "quotes|count\r\n\r\n‸x").result?.array)
    #expect(edits.count == 1)
    #expect(range(edits.first) == [0, 0, 2, 1])
    #expect(edits.first?["newText"]?.string == "quotes | count\n\nx\n")
    #expect(try ask("formatting", "quotes | count\n‸").result?.array?.isEmpty == true)
    #expect(try ask("formatting", "quotes | count(‸").result?.isNull == true)
  }

  // MARK: Outline

  @Test func theOutlineHoldsWhatIsBound() throws {
    let text = "let a = 1; let b = $(quotes)\r\nquotes | derive c = words\nlet d =\n‸"
    let flat = try #require(try ask("documentSymbol", text).result?.array)
    #expect(flat.map { $0["name"]?.string } == ["a", "b", "d"])
    #expect(flat.map { range($0["location"]) }.prefix(2) == [[0, 4, 0, 5], [0, 15, 0, 16]])
    #expect(flat.allSatisfy { $0["kind"]?.int == 13 })

    let capabilities =
      #"{"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}}"#
    let tree = try #require(
      try ask("documentSymbol", text, capabilities: capabilities).result?.array)
    #expect(tree.map { $0["detail"]?.string }.prefix(2) == ["$a: int", "$b: table of quotes"])
    #expect(tree.map(range).prefix(2) == [[0, 0, 0, 9], [0, 11, 0, 28]])
    #expect(tree.allSatisfy { $0["selectionRange"] != nil })
  }
}
