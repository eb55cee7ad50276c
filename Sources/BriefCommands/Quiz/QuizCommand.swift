import BriefAnalysis
import BriefScript
import BriefSource

/// Asks questions about the briefings that are loaded.
struct QuizCommand: Command {
  var count: Int?
  var kind: QuizQuestion.Kind?
  var seed: Int?
  var isListing = false
  var hasKey = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "quiz", .hand,
      "Asks questions about the briefings, and says why the right answers are right.",
      discussion: """
        Four kinds of questions, in turn: who said this (speaker); are the words given direct, \
        mixed or indirect (form); which word reports, and how warmly (cue); does the text say this \
        (present: lines as they stand, against lines with another speaker, number or negation, or \
        quotations from another briefing that is loaded). Keys are made only from answers whose \
        confidence is 0.9 or more; where quotation marks alone show the form, 0.8. What was \
        corrected with fix counts as sure. Answer with the number or with words; a speaker may be \
        given by any alias. skip leaves a question out, stop ends the quiz. The questions and \
        their order depend on the texts and the seed alone, so that a whole class has the same. \
        --list gives them as a table to print, with --key the answers and reasons too.
        """,
      input: .rows(.briefing),
      output: .table(
        QuizScore.schema.type, with: ["list": QuizRows.schema(withKey: false).type]),
      parameters: [
        .flag("count", \.count, "how many questions, 10 unless said", within: 1...1000),
        .flag("kind", \.kind, "only questions of that kind"),
        .flag("seed", \.seed, "another number gives other questions, 1 unless said"),
        .flag("list", \.isListing, "the questions as a table, without asking them"),
        .flag("key", \.hasKey, "with --list, also the right answers"),
      ],
      examples: [
        Example("quiz", "ten questions, answered at the prompt"),
        Example("quiz --list --count 5", "five questions to print"),
        Example("quiz --list --kind speaker --key", "who said what, with the answers"),
        Example(
          "quiz --list --seed 7 | export {out}/questions.md", "a sheet of questions for a class"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    if hasKey, !isListing {
      context.report(
        context.warning(
          "key-without-list", "'--key' shows the answers of '--list', which is not given",
          parameter: "key", help: "add --list, or leave --key out"))
    }
    let questions = try questions(about: input.briefings, in: context)
    if isListing { return .table(QuizRows.schema(withKey: hasKey).table(questions)) }
    guard !questions.isEmpty else {
      throw context.failure(
        "no-questions", "these briefings give no question that the program is sure of",
        help: "load a longer briefing, or ask for another --kind")
    }
    try context.requirePrompt()
    return .table(QuizScore.schema.table(QuizScore.rows(try ask(questions, in: context))))
  }

  /// The questions, the kinds in turn as long as there are any.
  private func questions(
    about briefings: [Briefing], in context: CommandContext<Session>
  ) throws(ScriptError) -> [QuizQuestion] {
    let kinds = kind.map { [$0] } ?? QuizQuestion.Kind.allCases
    var waiting: [[QuizQuestion]] = kinds.map { _ in [] }
    for briefing in briefings {
      try context.checkInterruption()
      var builder = QuizBuilder(
        briefing, others: briefings.filter { $0 !== briefing }, seed: seed ?? 1)
      for (index, kind) in kinds.enumerated() {
        let found = builder.questions(of: kind)
        // Briefings take turns too, so that none has all the questions.
        waiting[index] = Self.interleaved(waiting[index], found)
      }
    }
    var questions: [QuizQuestion] = []
    var seen: Set<String> = []
    let count = count ?? 10
    while questions.count < count, waiting.contains(where: { !$0.isEmpty }) {
      for index in waiting.indices where !waiting[index].isEmpty && questions.count < count {
        let next = waiting[index].removeFirst()
        if seen.insert(next.question + next.text).inserted { questions.append(next) }
      }
    }
    return questions
  }

  private static func interleaved(
    _ left: [QuizQuestion], _ right: [QuizQuestion]
  ) -> [QuizQuestion] {
    var result: [QuizQuestion] = []
    for index in 0..<max(left.count, right.count) {
      if index < left.count { result.append(left[index]) }
      if index < right.count { result.append(right[index]) }
    }
    return result
  }

  /// Asks them one after the other.
  private func ask(
    _ questions: [QuizQuestion], in context: CommandContext<Session>
  ) throws(ScriptError) -> [(kind: QuizQuestion.Kind, outcome: QuizScore.Outcome)] {
    var answers: [(kind: QuizQuestion.Kind, outcome: QuizScore.Outcome)] = []
    var right = 0
    for (index, question) in questions.enumerated() {
      try context.show(.page(Self.page(question, number: index + 1, of: questions.count)))
      guard let outcome = try answer(to: question, in: context) else { break }
      answers.append((question.kind, outcome))
      if outcome == .right { right += 1 }
      var page = Page()
      switch outcome {
      case .right: page.append("Right. ", .strong)
      case .wrong:
        page.append("Wrong. ", .error)
        page.append("The answer is “\(question.options[question.key])”. ")
      case .skipped:
        page.append("Skipped. ", .strong)
        page.append("The answer is “\(question.options[question.key])”. ")
      }
      page.append("\(right) of \(index + 1).\n", .dim)
      page.append(Page.explaining(question.explanation))
      try context.show(.page(page))
    }
    return answers
  }

  /// Waits for an answer that fits; `nil` when the quiz is to end.
  private func answer(
    to question: QuizQuestion, in context: CommandContext<Session>
  ) throws(ScriptError) -> QuizScore.Outcome? {
    let offered = question.options.map { Completion.Candidate($0) }
    while true {
      guard case .text(let line) = try context.ask("quiz> ", offering: offered) else { return nil }
      let typed = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      switch typed.lowercased() {
      case "": continue
      case "stop", "quiz stop", "quit", "exit": return nil
      case "skip", "quiz skip": return .skipped
      default: break
      }
      if let option = question.option(meantBy: typed) {
        return option == question.key ? .right : .wrong
      }
      let count = question.options.count
      try context.show(
        .page(
          Page(
            "“\(typed)” is none of the answers. Type a number from 1 to \(count), the words of an "
              + "answer, skip or stop.\n")))
    }
  }

  private static func page(_ question: QuizQuestion, number: Int, of count: Int) -> Page {
    var page = Page("Question \(number) of \(count)", .strong)
    page.append(": \(question.question)\n\n")
    page.append("  \(question.text)\n\n", .quote)
    for (index, option) in question.options.enumerated() {
      page.append("  \(index + 1) ", .code)
      page.append("\(option)\n")
    }
    return page
  }
}
