import BriefScript
import BriefSource
import Testing

/// What is not said of conditions: a warning that is wrong is worse than none.
@Suite struct ConditionTests {
  @Test(arguments: [
    // Where words is missing neither holds.
    "quotes | where words > 5 or words <= 5", "quotes | where not (words > 5) and not (words <= 5)",
    "quotes | where words <= words", "quotes | where words > 3 and words < 5",
    "quotes | where words != 3 and words != 4", "quotes | where words >= 3 and words <= 3",
    "quotes | where score > 3 and score < 4", "quotes | where score > 0.1 and score < 0.2",
    "quotes | where speaker > \"a\" and speaker < \"b\"",
    "quotes | where speaker == missing or speaker == \"a\"",
    "quotes | where direct or not direct", "quotes | where date >= 2025-11 and date <= 2025-11",
    "quotes | where date > 2025-11-03 and date < 2025-11-05",
    "quotes | where date in 2025-11 and date < 2025-11-02",
    "quotes | where date >= 2025-11-14 and not (date > 2025-11-14)",
    "quotes | where date in 2025-11 and date in 2025-10..2025-12",
    "quotes | where date == 2025-11 or date < 2025-11",
    "quotes | where words * 2 > 10 and words < 7", "quotes | where words in 3..3",
    "quotes | where \"talks\" in topics and \"border\" in topics",
    "quotes | where words > 10 | derive words = words - 10 | where words < 5",
    "quotes | where words > 10 | rename words as n | derive words = 1 | where words < 5",
    "quotes | where words > 10 | group speaker [ words = count() ] | where words < 5",
    "quotes | where words > 10 | count by words | where count < 5 and words > 11",
    "quotes | where words > 10 | each $_q { briefings } | where lines < 5",
    "let n = $(quotes | count)\nif $n > 5 { print 1 } else if $n > 3 { print 2 }",
    "let n = int(\"x\")\nif $n > 5 { print 1 } else if not ($n > 5) { print 2 }",
    "quotes | where contains(quote, \"a\") and not contains(quote, \"b\")",
    "quotes | where quote ~ r\"a\" and not quote ~ r\"b\"",
    "quotes | where words > mean($(quotes | column words)) and words < 100",
    "assert $(quotes | count) == $(quotes | count)", "assert $(quotes | count) > 5",
    "quotes | derive plain = true, long = words > 5 | where plain | count",
    "if $(quotes | count) > 3 { quit }\nprint 1",
    "param least: int = 3\nquotes | where words > $least and words < 5",
    "quotes | where words > 9 and speaker == missing",
    "quotes | where (words ?? 0) == 0 and words == missing",
    "quotes | where words % 2 == 0 and words > 3 and words < 5",
  ])
  func soundConditions(text: String) {
    #expect(TestSession().remarks(on: text) == "")
  }

  /// Who types a condition to see what it gives is not told that it always gives it.
  @Test func atThePromptWhatIsWrittenOutIsNotRemarkedOn() {
    let engine = TestSession().engine
    #expect(engine.check(Source(name: "p", text: "if true { print 1 }")).isEmpty)
    #expect(
      engine.check(Source(name: "p", text: "quotes | where words > 9 and words < 3")).map(\.id)
        == ["contradiction"])
  }

  /// Every verdict agrees with what the rows say: a condition that is said never to hold keeps no
  /// row, one that is said always to hold keeps all.
  @Test func verdictsAgreeWithRows() {
    let tests = [
      "words > 5", "words <= 5", "words == 5", "words != 5", "words in 3..7", "words == missing",
      "score >= 1.25", "score < 1.25", "speaker == \"Mara Dell\"", "speaker != missing",
      "speaker in [\"Ivo Renn\"]", "direct", "direct == false", "date >= 2025-11-10",
      "date < 2025-11-10", "date in 2025-11", "date == missing", "words >= words",
    ]
    let session = TestSession()
    let rowCount = 6
    var verdicts = 0
    for first in tests {
      for second in tests {
        for text in [
          "\(first) and \(second)", "\(first) or \(second)", "not (\(first)) and \(second)",
          "not (\(first)) or not (\(second))",
        ] {
          let line = "quotes | where \(text) | count"
          let said = session.engine.check(Source(name: "p", text: line))
          let count = Int(session.run(line).dropLast())
          for finding in said {
            if finding.message.contains("leaves no row out") {
              verdicts += 1
              #expect(count == rowCount, "\(text)")
            } else if finding.message.contains("leaves every row") || finding.id == "contradiction"
            {
              verdicts += 1
              #expect(count == 0, "\(text)")
            }
          }
        }
      }
    }
    #expect(verdicts > 90)
  }
}
