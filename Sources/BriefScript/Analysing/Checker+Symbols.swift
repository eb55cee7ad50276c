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
    // A body that is checked for one call has been looked at before; a module is another script.
    guard symbols != nil, !isInstance, !isModule else { return }
    symbols?.append(
      Symbol(name: name, range: range, meaning: meaning, place: place, extent: extent))
  }

  /// Takes note that all of `statement` binds `name`, which was noted last of the names so called.
  mutating func noteExtent(_ statement: TextRange, of name: Name) {
    guard !isInstance, !isModule,
      let index = symbols?.lastIndex(where: { $0.isBinding && $0.range == name.range })
    else { return }
    symbols?[index].extent = statement
  }

  /// Takes note of a use of the function of a script.
  mutating func note(_ function: ScriptFunction, at name: Name) {
    let isHere = function.script.source === script.source
    note(
      .definition(usage: function.usage, purpose: function.definition.purpose), name.text,
      at: name.range, boundAt: isHere ? function.definition.name.range : nil)
  }

  /// Takes note of the word of the language that a statement begins with.
  mutating func noteStatementWord(_ statement: Statement) {
    guard symbols != nil, script.keywords.contains(statement.range.start) else { return }
    for word in StageWord.statements {
      let range = TextRange(
        statement.range.start, statement.range.start + word.word.utf8.count)
      if range.end < statement.range.end, script.source[range] == word.word,
        Lexer(script.source).nameLength(at: range.end, isFirst: false) == 0
      {
        note(.stage(word), word.word, at: range)
      }
    }
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
