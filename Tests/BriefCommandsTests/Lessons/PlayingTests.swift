import BriefCommands
import BriefLessonTestSupport
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// A lesson as its learner sees it, without a terminal.
@Suite struct PlayingTests {
  static let directory = ProjectFiles.root + "/Tests/BriefCommandsTests/Lessons/Course"

  private func learner(
    classroom: Classroom? = nil, progress: ProgressFile = ProgressFile(path: nil)
  ) throws -> Learner {
    Learner(course: try Course(in: Self.directory), progress: progress, classroom: classroom)
  }

  @Test(arguments: ["first-words", "names"])
  func everyAnswerIsMetAsItShould(name: String) throws {
    let trial = LessonTrial(name, of: try Course(in: Self.directory))
    #expect(trial.complaints.isEmpty, "\(trial.complaints.joined(separator: "\n"))")
    #expect(trial.exercises.count == (name == "names" ? 1 : 3))
  }

  @Test func aLessonBeginsWithItsTextsAndItsStatements() throws {
    let learner = try learner()
    let said = learner.type("lesson 1")
    #expect(
      said == """
        Lesson 1: Who speaks in a briefing
        About 8 min, 3 exercises.

        A short lesson on quotations. It has three exercises and needs nothing else.

        - `quotes` lists what is quoted;
        - `speakers` counts who says it.

        Try whatever you like at the prompt. `hint` helps, `skip` goes on, `back` goes back, `lesson \
        stop` ends; your progress is kept.

        brief> load briefings/bridge.txt

        1 row
        A quotation stands with the one who speaks. This is the first:

        brief> quotes | take 1 | select speaker, quote

        1 row
        Now it is your turn.

        Exercise 1 of 3: Counting
        How many quotations does the briefing have?

        """)
    #expect(learner.player.prompt == "lesson 1 · 1/3")
  }

  @Test(arguments: [
    "4", "quotes | count", "print 4", "(4.0)", "([4])", "let n = $(quotes | count); $n",
    "quotes | count by _all | select count".replacing("by _all | select count", with: ""),
    "speakers | take 1 | derive n = 4 | select n", "(2 + 2)", "quotes; quotes | count",
    "print \"4\"",
  ])
  func everyWayThatLeadsThereIsRight(line: String) throws {
    let learner = try learner()
    learner.type("lesson 1")
    #expect(learner.type(line).contains("Right."))
    #expect(learner.player.exercise?.name == "the-union")
  }

  @Test(arguments: [
    ("5", "Not yet. Another value is wanted."),
    ("four", "error[unknown-command]"),
    ("quotes", "(A number is wanted, and this is a table of 4 rows and "),
    ("(\"four\")", "(A number is wanted, and this is a text.)"),
    ("quotes | where words > 100", "Not yet. The table is empty"),
    ("(missing)", "(A number is wanted, and this is a text.)"),
    ("qotes", "did you mean"), ("help quotes", ""), ("quotes | where", "error["),
    ("tokens", "(A number is wanted, and this is a table of"),
  ])
  func otherAnswersGetAWord(line: String, word: String) throws {
    let learner = try learner()
    learner.type("lesson 1")
    let said = learner.type(line)
    if line == "qotes" {
      #expect(said.contains("unknown-command"))
    } else {
      #expect(said.contains(word), "\(said)")
    }
    #expect(learner.player.exercise?.name == "how-many")
  }

  @Test(arguments: [
    ("quotes --by Breyl", true), ("quotes | where speaker == \"Tomas Breyl\" | drop sure", true),
    ("quotes | last 1 | select quote", true),
    ("quotes | last 1 | select quote | rename quote as q", false),
    ("quotes | last 1 | select speaker", false), ("quotes | take 1", false), ("quotes", false),
  ])
  func rowsCountWhereColumnsWereNotAskedFor(line: String, isRight: Bool) throws {
    let learner = try learner()
    learner.type("lesson 1")
    learner.type("skip")
    #expect(learner.type(line).contains("Right.") == isRight)
  }

  @Test func theDifferenceIsShownInRows() throws {
    let learner = try learner()
    learner.type("lesson 1")
    learner.type("skip")
    let said = learner.type("quotes")
    #expect(said.contains("1 row of 4 fit"), "\(said)")
    #expect(said.contains("3 rows too many:"), "\(said)")
    #expect(said.contains("1 │ “The new cables are stronger"), "\(said)")
    let none = learner.type("quotes | take 1")
    #expect(none.contains("None of these rows is wanted.\n1 row is wanted."), "\(none)")
  }

  @Test func checksDecideAndSayWhatIsWrong() throws {
    let learner = try learner()
    learner.type("lesson 1")
    learner.type("skip")
    learner.type("skip")
    #expect(
      learner.type("quotes | where words > 6 | sort words | select speaker, words")
        .contains("Not yet. The longest comes first."))
    #expect(
      learner.type("quotes | select speaker, words").contains(
        "Not yet. There should be three of them."))
    // The type of this answer means nothing to the checks.
    #expect(learner.type("quotes | select speaker").contains("2 columns wanted, and this has 1."))
    // Another way that the checks hold of.
    #expect(
      learner.type("quotes | where words >= 7 | sort words --desc | select words, speaker, quote")
        .contains("Right."))
    #expect(!learner.player.isPlaying)
  }

  @Test(arguments: [
    "Tomas Breyl", "tomas breyl", "“Tomas Breyl”", "'Tomas Breyl'", "(\"Tomas Breyl\")",
  ])
  func aNameMayBeTypedAsItIs(line: String) throws {
    let learner = try learner()
    learner.type("lesson names")
    #expect(learner.type(line).contains("Right."))
  }

  @Test func aNameThatIsAnotherIsRefused() throws {
    let learner = try learner()
    learner.type("lesson names")
    #expect(learner.type("Lena Orsk").contains("Not yet."))
    #expect(learner.type("Somebody else then").contains("Not yet."))
    #expect(learner.player.isPlaying)
  }

  @Test func theSessionIsPutAsideAndGivenBack() throws {
    let learner = try learner()
    learner.type("let mine = 3")
    learner.type("load \"\(TestShell.path("river-basin-wire"))\"")
    let before = learner.briefings
    learner.type("lesson 1")
    #expect(learner.briefings == ["briefings/bridge.txt"])
    #expect(learner.variables.isEmpty)
    learner.type("close")
    learner.type("let own = 7")
    #expect(learner.briefings.isEmpty)
    // The question is about the texts as they were.
    #expect(learner.type("4").contains("Right."))
    #expect(learner.briefings == ["briefings/bridge.txt"])
    #expect(learner.variables.contains("own"))
    learner.type("lesson 2")
    #expect(!learner.variables.contains("own"))
    learner.type("lesson stop")
    #expect(learner.briefings == before)
    #expect(learner.variables == ["mine"])
    #expect(learner.player.prompt == nil)
  }

  @Test func aLessonGoesOnWhereItWasLeft() throws {
    let file = TemporaryDirectory()
    let path = file.path + "/state/progress"
    let first = try learner(progress: ProgressFile(path: path))
    first.type("lesson 1")
    first.type("4")
    let second = try learner(progress: ProgressFile(path: path))
    let said = second.type("lesson 1")
    #expect(said.contains("You have done 1 of 3 exercises"))
    #expect(second.player.exercise?.name == "the-union")
    #expect(second.type("quotes --by Breyl").contains("Right."))
    second.type("lesson 1 --again")
    #expect(second.player.exercise?.name == "how-many")
  }

  @Test func aLessonListsItselfAndItsProgress() throws {
    let learner = try learner()
    learner.type("lesson 1")
    learner.type("hint")
    learner.type("3")
    learner.type("4")
    learner.type("answer")
    learner.type("skip")
    let rows = learner.type(
      "progress | derive line = join([exercise, text(tries), text(hints)], \",\") | column line")
    #expect(rows.contains("how-many,2,1"), "\(rows)")
    learner.type("lesson stop")
    let state = learner.type(
      "lesson | select right, shown, state | take 1 | where right == 1 and shown == 1")
    #expect(state.contains("1 row"), "\(state)")
  }

  @Test func aClassHidesItsSolutions() throws {
    let hidden = try learner(classroom: Classroom(learner: "Ann"))
    hidden.type("lesson 1")
    #expect(hidden.type("answer").contains("Solutions are hidden in this class."))
    #expect(!hidden.type("skip").contains("quotes | count"))
    let said = hidden.type("quotes | take 2 | last 1 | union $(quotes | last 1)")
    #expect(said.contains("Not yet."))
    #expect(hidden.player.progress.tally["01-first-words", "how-many"]?.isShown == false)
    let shown = try learner(classroom: Classroom(learner: "Ann", showsSolutions: true))
    shown.type("lesson 1")
    #expect(shown.type("answer").contains("    quotes | count"))
  }

  @Test func wordsOfALessonMeanNothingOutsideOfOne() throws {
    let learner = try learner()
    for word in ["hint", "answer"] { #expect(learner.type(word).contains("No lesson is open")) }
    learner.type("back")
    learner.type("lesson stop")
    #expect(learner.messages.isEmpty)
    learner.type("skip")
    #expect(learner.messages == ["cannot-begin"])
    #expect(learner.type("lesson nmaes").contains("there is no lesson 'nmaes'"))
    #expect(learner.type("lesson 99").contains("there is no lesson '99'"))
  }

  @Test func aLessonOfOnesOwnFindsItsTexts() throws {
    let learner = try learner()
    let said = learner.type("lesson \"\(Self.directory)/02-names.brief\"")
    #expect(said.contains("What things are called"))
    #expect(learner.briefings == ["briefings/bridge.txt"])
    #expect(learner.player.prompt == "lesson names · 1/1")
    learner.type("lesson stop")
    #expect(learner.type("lesson \"/nonexistent/x.brief\"").contains("unreadable-input"))
    let directory = TemporaryDirectory()
    directory.write("brief 1\n# Broken\nquotse\n", to: "broken.brief")
    #expect(learner.type("lesson \"\(directory.path)/broken.brief\"").contains("unknown-command"))
    directory.write("brief 1\n# No end\nassert 1 == 2\n", to: "fails.brief")
    #expect(
      learner.type("lesson \"\(directory.path)/fails.brief\"")
        .contains("The lesson cannot go on from here"))
    #expect(!learner.player.isPlaying)
    directory.write("brief 1\n", to: "nothing.brief")
    #expect(learner.type("lesson \"\(directory.path)/nothing.brief\"").contains("0 of 0 right"))
  }

  @Test func aStoppedAnswerIsNoAnswer() throws {
    let learner = try learner()
    learner.type("lesson 1")
    learner.interrupt(after: 0)
    learner.type("4")
    learner.endInterruption()
    #expect(learner.player.exercise?.name == "how-many")
    #expect(learner.type("4").contains("Right."))
  }

  @Test func aFullScreenWaitsForEnter() throws {
    let learner = try learner()
    learner.player.screenRows = 20
    learner.type("lesson 1")
    #expect(learner.player.prompt == "lesson 1 · 1/3 · Enter goes on")
    #expect(learner.type("hint").contains("press Enter"))
    #expect(learner.type("quotes | count") == "4")
    learner.type("")
    learner.type("")
    #expect(learner.player.exercise?.name == "how-many")
  }
}
