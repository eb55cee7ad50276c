import BriefSource

extension Checker {
  /// Checks the pipeline after `explain`, and says what its stages do.
  mutating func checkExplanation(
    _ pipeline: Pipeline, _ stage: Stage, _ input: Flow, into stages: inout [PlannedStage]
  ) -> Flow {
    let source = script.source
    let environment = environment
    var explained: [PlannedExplanation.Stage] = []
    var columns: Set<String> = []
    let (_, _) = check(pipeline) { stage, input, planned in
      let wording = StageWording(source: source, input: input, environment: environment)
      explained.append(
        PlannedExplanation.Stage(
          text: Self.line(source[stage.range]), words: wording.words(for: stage, planned),
          planned: Array(planned), isChanging: planned.contains { $0.isChanging }))
      columns.formUnion(stage.columns)
    }
    stages.append(.explanation(PlannedExplanation(stages: explained, columns: columns)))
    return Flow(type: .page, stage: "explain")
  }

  /// `text` with single spaces for its line ends and what stands around them.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline)
      .map { line in
        let start = line.drop { $0 == " " || $0 == "\t" }
        return start.last == " " ? String(start.dropLast()) : String(start)
      }
      .joined(separator: " ")
  }
}

extension PlannedStage {
  fileprivate var isChanging: Bool {
    switch self {
    case .call(let call): call.isChanging
    case .each(_, let block, _, _): block.isChanging
    case .invoke(let invocation): invocation.function.body.isChanging
    default: false
    }
  }
}

extension PlannedBlock {
  /// Whether a statement in it changes the session, touches files or prints.
  fileprivate var isChanging: Bool {
    statements.enumerated().contains { index, statement in
      switch statement {
      // The last pipeline gives the value; one before it prints.
      case .emit(let pipeline):
        index < statements.count - 1 || pipeline.stages.contains(where: \.isChanging)
      case .bind: false
      case .branch(_, let block, let otherwise):
        block.isChanging || otherwise?.isChanging == true
      default: true
      }
    }
  }
}

extension Stage {
  /// The names in it that may be columns.
  fileprivate var columns: Set<String> {
    switch kind {
    case .filter(let condition): condition.names
    case .derivation(let definitions):
      Set(definitions.map(\.name.text)).union(definitions.flatMap(\.value.names))
    case .grouping(let keys, let definitions):
      Set(keys.map(\.text)).union(definitions?.map(\.name.text) ?? ["count"])
        .union(definitions?.flatMap(\.value.names) ?? [])
    case .call(_, let arguments): Set(arguments.compactMap(\.word))
    case .value, .each, .explanation, .broken: []
    }
  }
}

extension Argument {
  /// The bare word it is.
  fileprivate var word: String? {
    if case .value(let value) = kind, case .word(let word) = value.kind { word } else { nil }
  }
}

extension Expression {
  /// The bare names in it, those inside pipelines left out.
  fileprivate var names: Set<String> {
    switch kind {
    case .name(let name): [name]
    case .list(let elements), .call(_, let elements):
      elements.reduce(into: []) { $0.formUnion($1.names) }
    case .unary(_, let operand), .field(let operand, _): operand.names
    case .binary(_, _, let left, let right): left.names.union(right.names)
    case .literal, .regex, .variable, .pipeline, .broken: []
    }
  }
}
