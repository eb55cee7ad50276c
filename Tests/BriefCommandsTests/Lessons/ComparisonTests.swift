import BriefCommands
import BriefLessonTestSupport
import BriefScript
import BriefTestSupport
import Testing

/// Answers are compared by value: what is the same to a learner is right.
@Suite struct ComparisonTests {
  private static let text = """
    Bridge to Reopen in May

    VELMORA, March 3 — The Transport Ministry said on Tuesday that the Ostra bridge would reopen.

    “The new cables are stronger than the old ones,” the ministry’s spokesperson, Lena Orsk, told
    reporters. She said that “every bolt was tested twice.”

    “Nobody asked the people who cross it,” said Tomas Breyl, who heads the ferry workers’ union.

    """

  /// A learner at an exercise with this solution.
  private func learner(_ solution: String, parts: String = "") -> Learner {
    let lesson = """
      brief 1
      # One question
      needs read "briefings/"
      load briefings/bridge.txt
      exercise "it" { ask "What?"; \(parts) solution { \(solution) } }
      exercise "next" { ask "And?"; solution { briefings | count } }

      """
    let learner = Learner(
      course: Course(
        lessons: [("01-one.brief", lesson)], texts: ["briefings/bridge.txt": Array(Self.text.utf8)])
    )
    learner.type("lesson 1")
    return learner
  }

  private func isRight(_ line: String, for solution: String, parts: String = "") -> Bool {
    let learner = learner(solution, parts: parts)
    #expect(learner.player.exercise?.name == "it", "\(learner.heard)")
    return learner.type(line).contains("Right.")
  }

  @Test(arguments: [
    // Columns under other names and in another order.
    ("quotes | select speaker, words", "quotes | select words, speaker", true),
    (
      "quotes | select speaker, words",
      "quotes | select words, speaker | rename words as n | rename speaker as who", true
    ),
    ("quotes | select speaker, words", "quotes | select speaker, words, quote", false),
    ("quotes | select speaker, words", "quotes | select speaker", false),
    // The order of the rows counts where the solution sorts.
    ("quotes | select words", "quotes | sort words | select words", true),
    ("quotes | sort words | select words", "quotes | sort words --desc | select words", false),
    ("quotes | sort words | count by speaker", "quotes | count by speaker", true),
    // A list, a column and a table of one column.
    ("quotes | column words", "quotes | select words", true),
    ("quotes | select words", "quotes | column words", true),
    ("quotes | column words", "quotes | take 1 | column words", false),
    // One cell is one value.
    ("quotes | count", "([3])", true), ("quotes | count", "print three", false),
    ("(0.5)", "(1 / 2)", true), ("(0.3)", "(0.1 + 0.2)", true), ("(0.3)", "(0.31)", false),
    ("print \"Lena Orsk\"", "LENA ORSK", true), ("print \"Lena Orsk\"", "Lena Orsky", false),
    (
      "quotes | take 1 | column quote", "print \"the new cables are stronger than the old ones\"",
      true
    ),
    // Rows that occur twice.
    ("quotes | select kind", "quotes | select kind | distinct", false),
    // Nothing is an answer as well.
    ("quotes | where words > 99", "quotes | where words > 98", true),
    ("quotes | where words > 99", "quotes", false),
    ("quotes | count | print", "3", true),
  ])
  func whatIsTheSameIsRight(solution: String, line: String, isRight: Bool) {
    #expect(self.isRight(line, for: solution) == isRight)
  }

  @Test func checksAreHeldAgainstAnyForm() {
    let parts = "check $answer == [3] else \"three, no more\";"
    for line in ["3", "([3])", "quotes | count", "print 3"] {
      #expect(isRight(line, for: "([3])", parts: parts), "\(line)")
    }
    let learner = learner("([3])", parts: parts)
    #expect(learner.type("4").contains("Not yet. Three, no more."))
    #expect(learner.type("quotes").contains("(A number is wanted"))
  }

  @Test func aCheckMayTakeMoreThanTheSolution() {
    let parts = "check count($answer) >= 2 else \"two at least\";"
    #expect(isRight("quotes | take 2", for: "quotes", parts: parts))
    #expect(!isRight("quotes | take 1", for: "quotes", parts: parts))
  }

  @Test func whatALearnerBindsIsNotWhatIsGiven() {
    let learner = learner("$all | count", parts: "given { let all = $(quotes) };")
    learner.type("let all = 1")
    #expect(learner.type("(2)").contains("Another value is wanted"))
    #expect(learner.type("3").contains("Right."))
  }

  @Test func aHugeTableIsNotLookedAtRowByRow() {
    let learner = learner("quotes | take 1")
    let said = learner.type("for $_i in 1..3 { tokens }")
    #expect(learner.player.exercise?.name == "it")
    #expect(said.contains("Not yet.") || said.contains("wanted"))
  }

  @Test func aLessonIsNoMoreThanItsParts() {
    let lesson = Course(
      lessons: [
        (
          "07-parts.brief",
          """
          brief 1
          # Title
          #
          # One sentence. And another
          # line of it.

          let x = 1 # beside a statement
          # A text
          # - an item
          #   goes on
          # - another
          #
          #   code = 1

          print "heard"
          # expect: heard
          if $x == 1 {
            # inside
            print "seen"
          }
          """
        )
      ], texts: [:])
    let entry = lesson.entries[0]
    #expect(entry.shortName == "parts")
    #expect(entry.lesson.title == "Title")
    #expect(entry.lesson.summary == "One sentence.")
    #expect(lesson.entry("title")?.name == "07-parts")
    let learner = Learner(course: lesson)
    let said = learner.type("lesson parts")
    #expect(
      said.contains(
        "A text\n- an item goes on\n- another\n\n    code = 1\n\nheard\nbrief> if $x == 1 {"),
      "\(said)")
    #expect(!said.contains("expect:") && !said.contains("beside"))
    #expect(said.contains("seen"))
    #expect(!learner.player.isPlaying)
  }
}
