import BriefScript
import Testing

@Suite("Formulas")
struct FormulaTests {
  @Test(
    arguments: [
      ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("7 / 2", "3.5"), ("7 % 3", "1"), ("-7 % 3", "-1"),
      ("2 - 3 - 4", "-5"), ("- 3 + 5", "2"), ("--3", "3"), ("-(3)", "-3"), ("1_000 * 2", "2000"),
      ("2.50", "2.5"), ("1e3", "1000.0"), ("1.5e-3", "0.0015"),
      ("0.1 + 0.2", "0.30000000000000004"),
      ("5 + 0.5", "5.5"), ("-9223372036854775807 - 1", "-9223372036854775808"),
      ("9007199254740993 == 9007199254740992.0", "false"), ("2 == 2.0", "true"),
      ("-9223372036854775807 % -1", "0"),
    ])
  func numbers(formula: String, result: String) {
    #expect(TestSession().value(of: formula) == result)
  }

  @Test(
    arguments: [
      (#""a\tb\"c\\d\u{2019}\n""#, "a\tb\"c\\d’\n"), ("“He said \"no\"”", "He said \"no\""),
      ("\"“no”\"", "“no”"), ("\"\"", ""), (#""Nádor" + " " + "Türkiye""#, "Nádor Türkiye"),
      ("\"\"\"one\ntwo\"\"\"", "one\ntwo"),
      ("\"\"\"\n    one\n      two\n    \"\"\"", "one\n  two"),
      ("\"\"\"\n  a \\\"\"\" b\n  \"\"\"", "a \"\"\" b"),
    ])
  func strings(formula: String, result: String) {
    #expect(TestSession().value(of: formula) == result)
  }

  @Test(
    arguments: [
      ("true and false", "false"), ("true or false", "true"), ("not true", "false"),
      ("not 1 == 2", "true"), ("not true or true", "true"), ("1 < 2 and 2 < 3", "true"),
      ("true or 1 / count([]) > 0", "true"), ("false and 1 / count([]) > 0", "false"),
      ("missing == missing", "true"), ("missing == 3", "false"), ("missing != 3", "true"),
      ("int(\"x\") < 3", "false"), ("int(\"x\") >= 3", "false"), ("not int(\"x\") < 3", "true"),
      ("int(\"x\") ?? 4", "4"), ("5 ?? 4", "5"), ("int(\"x\") + 1", "missing"),
      ("length(first([missing, \"ab\"]))", "2"), ("missing", "missing"),
      ("\"a\" < \"B\"", "true"), ("\"b\" < \"B\"", "false"), ("\"B\" < \"b\"", "true"),
      ("\"e\u{301}\" == \"é\"", "true"),
    ])
  func truth(formula: String, result: String) {
    #expect(TestSession().value(of: formula) == result)
  }

  @Test(
    arguments: [
      ("3 in [1, 2, 3]", "true"), ("3 in 1..3", "true"), ("4 in 1..3", "false"),
      ("2.5 in 1 .. 3", "true"), ("\"b\" in [\"a\", \"b\",]", "true"), ("3 in []", "false"),
      ("missing in [1]", "false"), ("missing in [missing]", "false"), ("1 in [missing, 1]", "true"),
      ("not missing in [1, missing]", "true"), ("1..3", "1; 2; 3"),
      ("3..1", ""), ("[1, 2] + [3]", "1; 2; 3"), ("[1, 2.5]", "1; 2.5"), ("[[1], [2]]", "1; 2"),
      ("\"talks\" ~ r\"^t.*s$\"", "true"), ("\"Talks\" ~ r\"talks\"", "false"),
      ("\"Talks\" ~ r\"(?i)talks\"", "true"), ("missing ~ r\"x\"", "false"),
      ("\"a\\\"b\" ~ r\"a\\\"b\"", "true"), ("\"12\" ~ r“\\d+”", "true"),
    ])
  func membership(formula: String, result: String) {
    #expect(TestSession().value(of: formula) == result)
  }

  @Test(
    arguments: [
      ("2025-11-14", "2025-11-14"), ("2025-11", "2025-11"), ("2025 - 11", "2014"),
      ("2025-11-14 in 2025-11", "true"), ("2025-11 in 2025-11-14", "false"),
      ("2025-11-14 in 2025-10..2025-12", "true"), ("2025-11-14 > 2025-11", "false"),
      ("2025-11-14 >= 2025-11", "true"), ("2025-11-14 <= 2025-11", "true"),
      ("2025-12-01 > 2025-11", "true"), ("2025-11-30 < 2025-12", "true"),
      ("2025-11 < 2025-11-14", "false"), ("2025-11-14 == 2025-11", "false"),
      ("2025-11-14 - 2025-11-01", "P13D"), ("2025-11-14 - 2025-11-01 == days(13)", "true"),
      ("2025-11-14 - 2025-11", "missing"), ("2025-01-31 + months(1)", "2025-02-28"),
      ("2024-02-29 + years(1)", "2025-02-28"), ("2025-11 + months(2)", "2026-01"),
      ("2025-11 + days(1)", "missing"), ("days(3) + weeks(1)", "P10D"), ("days(3) * 2", "P6D"),
      ("-days(3)", "-P3D"), ("days(40) > months(1)", "true"), ("months(1) - days(3)", "P1M-3D"),
      ("week(2021-01-03)", "2020-W53"), ("week(2024-12-30)", "2025-W01"),
      ("day(2025-11)", "missing"),
      ("weekday(2000-02-29)", "Tuesday"),
    ])
  func dates(formula: String, result: String) {
    #expect(TestSession().value(of: formula) == result)
  }

  @Test(arguments: FunctionDeclaration.all.map(\.name))
  func functionsDoWhatTheirExamplesSay(name: String) throws {
    let function = try #require(FunctionDeclaration.all.first { $0.name == name })
    #expect(TestSession().value(of: function.example) == function.exampleResult)
    #expect(function.example.contains(name + "("))
    #expect(!function.summary.isEmpty && !function.summary.hasSuffix("."))
  }

  @Test(
    arguments: [
      ("replace(\"aaa\", \"\", \"b\")", "aaa"), ("split(\"abc\", \"\")", "abc"),
      ("contains(\"abc\", \"\")", "true"), ("contains(\"aabaabaaa\", \"aabaaa\")", "true"),
      ("contains(\"cafe\u{301}\", \"é\")", "true"), ("starts(\"abc\", \"abcd\")", "false"),
      ("ends(\"abc\", \"bc\")", "true"), ("length(\"né\")", "2"), ("words(\"\")", "0"),
      ("trim(\"\\n\")", ""), ("round(-2.5)", "-3"), ("round(1234.5, -2)", "1200.0"),
      ("round(2.5)", "3"), ("round(9e307, -308)", "1e+308"),
      ("round(1e308, -308)", "1e+308"), ("round(1e308, -309)", "0.0"),
      ("int(\"99999999999999999999\")", "missing"),
      ("-9223372036854775808 + 1", "-9223372036854775807"),
      ("int(2.9)", "2"), ("int(-2.9)", "-2"), ("int(\"2.5\")", "missing"),
      ("number(\"x\")", "missing"), ("abs(-2.5)", "2.5"), ("min([])", "missing"),
      ("sum([])", "0"), ("sum([1, 0.5])", "1.5"), ("mean([])", "missing"),
      ("max([\"a\", \"B\"])", "B"), ("max([2025-11, 2025-12])", "2025-12"),
      ("first([])", "missing"), ("last([1, missing])", "1"), ("distinct([1, 1.0, 2])", "1; 2"),
      ("median([1, 2])", "1.5"), ("date(\"soon\")", "missing"), ("text(missing)", "missing"),
      ("text(2.0)", "2.0"), ("text([1, 2])", "1; 2"), ("join([], \"-\")", ""),
      ("lower(\"İ\") == \"i̇\"", "true"), ("count($(quotes))", "6"),
    ])
  func functionsAtTheirEdges(formula: String, result: String) {
    #expect(TestSession().value(of: formula) == result)
  }

  @Test func fieldsOfRowsAndPlaces() {
    let session = TestSession()
    session.run("let q = $(quotes | one)")
    #expect(session.run("print $q.speaker $q.words") == "Mara Dell 7\n")
    #expect(session.run("print ($q.place.file) ($q.place.line)") == "monday.txt 2\n")
    #expect(session.run("print ($q.words * 2)") == "14\n")
    #expect(session.run("$q.quote") == "We have shut the crossing at Torvan.\n")
  }
}
