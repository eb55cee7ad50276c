import BriefAnalysis
import BriefScript
import BriefSource

/// Compares what two annotators marked in one text.
struct AgreeCommand: Command {
  var annotators: [String] = []
  var isListing = false
  var isInMarksOnly = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "agree", .hand, "Says how far two annotators agree on quotations and speakers.",
      discussion: """
        Each of the two is a file of annotate-by-hand, or the word machine for the program's own \
        answers, corrections included. A is the reference: precision is the share of B's quotations \
        that A has, recall that of A's that B has, F1 their harmonic mean; exact when both hold the \
        same words, overlap when they share any, each paired with one of the other at most. Cohen's \
        kappa is reckoned over the words of the body, inside a quotation or not, and over the \
        speakers of the quotations in both; it is missing where it is undefined, and with few \
        quotations it says little, so look at n (Cohen 1960; Artstein and Poesio 2008, Inter-Coder \
        Agreement for Computational Linguistics). Speakers are the same when their names lead to \
        one entity of the text. The program's quotations are those of the body, without what others \
        are said to have said and without words in marks that only name a thing. --differences lists \
        where they differ, and why then gives the program's reasons. --in-marks leaves indirect \
        speech out on both sides.
        """,
      input: .nothing,
      output: .table(
        AgreementFigure.schema.type, with: ["differences": Disagreement.schema.type]),
      parameters: [
        .arguments(
          "annotators", \.annotators, "two files of marks, or machine for one of them",
          isRequired: true, accepts: .path(.read)),
        .flag("differences", \.isListing, "where they differ, one row each"),
        .flag("in-marks", \.isInMarksOnly, "only direct and mixed speech"),
      ],
      examples: [
        Example("agree machine machine", "the figures, for the program against itself"),
        Example("agree machine machine --differences | count", "in how many places they differ"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    guard annotators.count == 2 else {
      throw context.failure(
        "two-annotators", "two annotators are compared, not \(annotators.count)",
        parameter: "annotators", help: "name two files of marks, or one and machine")
    }
    var files: [Standoff<HandMark>?] = []
    for (index, name) in annotators.enumerated() {
      files.append(name == "machine" ? nil : try file(name, index, in: context))
    }
    let briefing = try text(of: files, in: context)
    var marks: [[MarkedQuotation]] = []
    for (index, file) in files.enumerated() {
      guard let file else {
        marks.append(briefing.machineMarks)
        continue
      }
      guard file.isMade(for: briefing.source) else {
        throw unusable(.otherText(path: annotators[index], text: file.text), index, in: context)
      }
      let found = file.rows.compactMap { MarkedQuotation($0, in: briefing.source) }
      if found.count < file.rows.count {
        context.report(
          context.warning(
            "damaged-line",
            "\(file.rows.count - found.count) of the marks lie outside of the text",
            parameter: "annotators", index: index, help: "they count as nothing"))
      }
      marks.append(found)
    }
    if isInMarksOnly { marks = marks.map { $0.filter { $0.kind != .indirect } } }
    let agreement = Agreement(marks[0], marks[1], in: briefing)
    return .table(
      isListing
        ? Disagreement.schema.table(Disagreement.all(of: agreement, in: briefing))
        : AgreementFigure.schema.table(AgreementFigure.figures(of: agreement)))
  }

  private func file(
    _ path: String, _ index: Int, in context: CommandContext<Session>
  ) throws(ScriptError) -> Standoff<HandMark> {
    try context.requireAccess(.read, path, parameter: "annotators", index: index)
    do throws(StandoffError) {
      let file = try Standoff<HandMark>(
        reading: try MarkFile.source(at: path, noting: context.ledger))
      for problem in file.problems { context.report(problem) }
      return file
    } catch {
      throw unusable(error, index, in: context)
    }
  }

  private func unusable(
    _ error: StandoffError, _ index: Int, in context: CommandContext<Session>
  ) -> ScriptError {
    context.failure(
      "unusable-standoff", error.message, parameter: "annotators", index: index,
      help: "annotate-by-hand makes such files; the text has to be as it was then")
  }

  /// The text that the annotators speak of, which has to be loaded.
  private func text(
    of files: [Standoff<HandMark>?], in context: CommandContext<Session>
  ) throws(ScriptError) -> Briefing {
    let loaded = context.host.current
    guard let index = files.firstIndex(where: { $0 != nil }), let file = files[index] else {
      if let only = loaded.first, loaded.count == 1 { return only }
      throw context.failure(
        "unknown-text", "which briefing? neither annotator says it", parameter: "annotators",
        help: loaded.isEmpty ? "load one first" : "choose one with focus")
    }
    if let same = loaded.first(where: { file.isMade(for: $0.source) }) { return same }
    if let named = loaded.first(where: { FileName($0.source.name).base == file.text }) {
      return named
    }
    throw context.failure(
      "unknown-text", "'\(annotators[index])' is of '\(file.text)', which is not loaded",
      parameter: "annotators", index: index, help: "load the text first")
  }
}
