import BriefSource

extension Checker {
  /// Takes note of what the name at `range` means, if that is wanted.
  ///
  /// - Parameters:
  ///   - place: Where it was bound, if that was in the source at hand.
  ///   - extent: The statement or stage that binds it, where it is bound.
  mutating func note(
    _ meaning: Symbol.Meaning, _ name: String, at range: TextRange, boundAt place: TextRange? = nil,
    in extent: TextRange? = nil
  ) {
    symbols?.append(
      Symbol(name: name, range: range, meaning: meaning, place: place, extent: extent))
  }

  /// Takes note of the variable that a statement has bound to `name`.
  mutating func noteVariable(_ name: Name, in statement: TextRange) {
    guard symbols != nil, let binding = environment[name.text] else { return }
    note(
      .variable(binding.flow.type), name.text, at: name.range, boundAt: name.range, in: statement)
  }

  /// Takes note of a column that a stage defines.
  mutating func noteColumn(
    _ column: TableType.Column, _ definition: Definition, in stage: TextRange
  ) {
    note(
      .column(column), column.name, at: definition.name.range, boundAt: definition.name.range,
      in: stage)
  }

  /// Takes note of a field taken of a value.
  mutating func noteField(_ field: Name, _ type: ValueType, of operand: ValueType) {
    let column =
      if case .record(let row) = operand { row[field.text] } else { nil as TableType.Column? }
    note(.field(column ?? TableType.Column(field.text, type)), field.text, at: field.range)
  }

  /// Takes note of the word of the language that a stage begins with.
  mutating func noteStageWord(_ stage: Stage) {
    guard symbols != nil else { return }
    for word in StageWord.all {
      let end = stage.range.start + word.word.utf8.count
      guard end <= stage.range.end else { continue }
      let range = TextRange(stage.range.start, end)
      if script.keywords.contains(range.start), script.source[range] == word.word,
        Lexer(script.source).nameLength(at: end, isFirst: false) == 0
      {
        note(.stage(word), word.word, at: range)
      }
    }
  }
}
