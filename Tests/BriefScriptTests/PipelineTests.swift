import Testing

@Suite("Pipelines")
struct PipelineTests {
  @Test func smoke() {
    let s = TestSession()
    print(s.run("quotes --by Dell | where words > 2 | sort words --desc | select speaker, words"))
    print(
      s.run("quotes | group speaker [ n = count(), w = sum(words) ]\nquotes | count by speaker"))
    print(s.run("let x = $(quotes | count)\nassert $x >= 5\nassert $x > 10 else \"few\""))
    print(
      s.run(
        "let y = 3\nquotes | where spaeker == 1 | derive a = wrds + 2\nfoo\nquotes | select words | where speaker == missing"
      ))
    print(s.run("quotes | where words > first($(quotes | column words))"))
    print(s.run("print (1 + 2 * 3) (\"a\" + \"b\") (2025-11-14 + days(3))"))
  }
}
