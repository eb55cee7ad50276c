import BriefScript
import BriefSource
import BriefTestSupport
import Testing

@Suite("Functions")
struct FunctionTests {
  @Test(
    arguments: [
      ("slice(\"Geneva\", -3)", "eva"), ("slice(\"Geneva\", 5, 99)", "va"),
      ("slice(\"Geneva\", 0, 2)", "Ge"), ("slice(\"Geneva\", 4, 2)", ""),
      ("slice(\"Geneva\", -99, -5)", "Ge"), ("slice(\"cafe\u{301}!\", 4, 4) == \"é\"", "true"),
      ("slice(\"\", 1)", ""), ("slice(\"ab\", -9223372036854775807 - 1)", "ab"),
      ("slice(\"ab\", 9223372036854775807)", ""), ("length(\"cafe\u{301}\")", "4"),
      ("extract(\"none\", r\"\\d+\")", "missing"), ("extract(\"a1\", r\"\\d*\")", "1"),
      ("extract(missing, r\"a\")", "missing"), ("matches(\"\", r\"a*\")", ""),
      ("count(matches(\"talk and Talks\", r\"(?i)talk\"))", "2"),
      ("matches(\"aaa\", r\"a*?\")", ""), ("split(\"a, b;c\", r\"[,;]\\s*\")", "a; b; c"),
      ("split(\"abc\", r\"x*\")", "abc"), ("count(split(\",\", r\",\"))", "2"),
    ])
  func partsOfTexts(formula: String, result: String) {
    #expect(TestSession().value(of: formula) == result)
  }

  @Test(
    arguments: [
      ("at([1, 2, 3], -1)", "3"), ("at([1, 2], 3)", "missing"), ("at([1], 0)", "missing"),
      ("at([], 1)", "missing"), ("at([1], -9223372036854775807 - 1)", "missing"),
      ("reverse([])", ""), ("sort([])", ""), ("sort([\"b\", \"B\", \"a\"])", "a; B; b"),
      ("sort([2, missing, 1.5])", "1.5; 2; "),
      (
        "reverse(sort([2025-11, 2025-11-14, 2025-10]))",
        "2025-11-14; 2025-11; 2025-10"
      ), ("last([1, missing])", "1"),
    ])
  func lists(formula: String, result: String) {
    #expect(TestSession().value(of: formula) == result)
  }

  @Test(
    arguments: [
      ("floor(2)", "2"), ("floor(-2.5)", "-3"), ("ceil(-2.5)", "-2"), ("ceil(0.0)", "0"),
      ("int(2025-11-14 - 2025-11-01)", "13"), ("int(months(1))", "missing"),
      ("int(days(3) + weeks(1))", "10"), ("quarter(date(\"2025\"))", "missing"),
      ("quarter(2025-01)", "2025-Q1"), ("quarter(2025-12-31)", "2025-Q4"),
      ("quarter(0099-06)", "0099-Q2"),
    ])
  func numbersAndDates(formula: String, result: String) {
    #expect(TestSession().value(of: formula) == result)
  }

  @Test(
    arguments: [
      ("choose(true, 1, 2.5)", "1"), ("choose(false, 1, 2.5)", "2.5"),
      ("choose(true, \"a\", missing)", "a"), ("choose(false, \"a\", missing)", "missing"),
      ("choose(int(\"x\") + 1 in 1..2, 1, 2)", "2"), ("choose(missing, 1, 2)", "missing"),
      ("choose(true, 1, 1 / count([]))", "1"), ("choose(1 > 2, 1 % count([]), 7)", "7"),
      ("choose(true, 1 < 2, false) and true", "true"),
    ])
  func choices(formula: String, result: String) {
    #expect(TestSession().value(of: formula) == result)
  }

  @Test func functionsWorkOnRowsAndGroups() {
    let session = TestSession()
    let said = session.run(
      """
      quotes | derive size = choose(words > 5, "long", "short"), first = extract(quote, r"\\w+")
        | group size [ n = count(), opening = first(first), closing = last(speaker) ]
      """)
    #expect(
      said == "size | n | opening | closing\nlong | 2 | We | Mara Dell\n"
        + "short | 4 | Trade | Ivo Renn\n", "\(said)")
  }

  /// The reference names every function and every figure.
  @Test func theReferenceIsComplete() throws {
    let path = ProjectFiles.root + "/Sources/BriefScript/BriefScript.docc/Language.md"
    let page = try TextFile.read(path)
    for name in FunctionDeclaration.all.map(\.name) + AggregateDeclaration.all.map(\.name) {
      #expect(page.contains("`\(name)`") || page.contains("`\(name)("), "\(name)")
    }
  }
}
