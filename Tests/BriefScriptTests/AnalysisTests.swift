import BriefScript
import BriefSource
import Testing

/// What is noted of the names in a script.
@Suite struct AnalysisTests {
  private func analysis(_ text: String) -> ScriptAnalysis {
    TestSession().engine.analysis(of: Source(name: "test", text: text))
  }

  /// Every name with its kind and, where it was bound, the line and column of that; words of the
  /// language are left out.
  private func describe(_ text: String) -> [String] {
    let analysis = analysis(text)
    return analysis.symbols.compactMap { symbol in
      let kind: String? =
        switch symbol.meaning {
        case .command: "command"
        case .definition: "definition"
        case .parameter(_, let command): "parameter of \(command)"
        case .column(let column): "column \(column.type.name)"
        case .field(let column): "field \(column.type.name)"
        case .variable(let type): "variable \(type.name)"
        case .function: "function"
        case .figure: "figure"
        case .type: "type"
        default: nil
        }
      guard let kind else { return nil }
      let source = analysis.source
      let place = symbol.place.map {
        symbol.isBinding
          ? " bound here"
          : " from \(source.lineNumber(at: $0.start)):\(source.column(at: $0.start))"
      }
      return "\(source[symbol.range]) \(kind)\(place ?? "")"
    }
  }

  @Test func everyNameIsNoted() {
    #expect(
      describe(
        """
        let n: int = 3
        let few = $(quotes --least $n | where words > $n and length(speaker) > 2)
        $few | group speaker [ most = max(words) ] | sort most --desc
        let day = $(briefings | one)
        print $day.title (text($n)) "$n" # $n
        """) == [
          "n variable int bound here", "int type",
          "few variable table of quotes bound here", "quotes command",
          "--least parameter of quotes", "$n variable int from 1:5",
          "words column int", "$n variable int from 1:5", "length function",
          "speaker column text", "$few variable table of quotes from 2:5",
          "speaker column text", "most column int bound here", "max figure", "words column int",
          "sort command", "most column int", "--desc parameter of sort",
          "day variable briefing bound here", "briefings command", "one command",
          "print command", "$day variable briefing from 4:5", "title field text", "text function",
          "$n variable int from 1:5",
        ])
  }

  @Test func whatBlocksBindIsNoted() {
    #expect(
      describe(
        """
        param least: int = 3 "how many"
        def longest(of: table, n: int = 2) -> table { $of | sort words --desc | take $n }
        for $b in $(briefings) {
          let found = $($b | quotes | longest $least)
          print $b.title $(longest $found 1)
        }
        """) == [
          "least variable int bound here", "int type",
          "longest definition bound here", "of variable unknown bound here", "table type",
          "n variable int bound here", "int type", "table type", "$of variable unknown from 2:13",
          "sort command", "--desc parameter of sort", "take command", "$n variable int from 2:24",
          "$b variable briefing bound here", "briefings command",
          "found variable table of quotes bound here", "$b variable briefing from 3:5",
          "quotes command", "longest definition from 2:5", "$least variable int from 1:7",
          "print command", "$b variable briefing from 3:5", "title field text",
          "longest definition from 2:5", "$found variable table of quotes from 4:7",
        ])
  }

  @Test func whatBindsANameReachesOverItsStatement() {
    let analysis = analysis("let a = $(quotes); def f(n: int) { print $n }")
    let extents = analysis.bindings.map { analysis.source[$0.extent ?? .at(0)] }
    #expect(extents == ["let a = $(quotes)", "def f(n: int) { print $n }", "n"])
  }

  @Test func whatIsWrongIsNotNoted() {
    #expect(
      describe("quots | where words\nquotes --lest 3 | where wrods > 1 and nosuch(words) = $x")
        == ["quotes command", "words column int"])
  }

  @Test func theRightOneOfTwoBindingsIsMeant() {
    #expect(
      describe("let a = 1; print $a; let a = \"x\"; print $a").filter { $0.contains("$") }
        == ["$a variable int from 1:5", "$a variable text from 1:26"])
  }

  @Test func whatIsBoundElsewhereHasNoPlace() {
    let session = TestSession()
    session.run("let a = 1")
    let analysis = session.engine.analysis(of: Source(name: "test", text: "print $a"))
    #expect(analysis.symbol(at: 6)?.name == "a")
    #expect(analysis.symbol(at: 6)?.place == nil)
  }

  @Test func aNameIsFoundAtItsEndsToo() {
    let analysis = analysis("quotes | take 3")
    #expect([0, 6].map { analysis.symbol(at: $0)?.name } == ["quotes", "quotes"])
    #expect([7, 8, 14, 15, 99].map { analysis.symbol(at: $0)?.name } == [nil, nil, nil, nil, nil])
    #expect([9, 13].map { analysis.symbol(at: $0)?.name } == ["take", "take"])
    #expect(analysis.symbol(at: -1) == nil)
  }

  @Test func namesAreLettersDigitsAndUnderscores() {
    for name in ["a", "größe", "_x9", "日本"] { #expect(ScriptAnalysis.isName(name)) }
    for name in ["", "9a", "a b", "a-b", "$a", "a\n", "“"] { #expect(!ScriptAnalysis.isName(name)) }
  }
}
