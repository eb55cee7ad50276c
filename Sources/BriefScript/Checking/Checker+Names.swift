import BriefSource

// Which names a script may give to what it binds and defines.

extension Checker {
  /// The words that stand for values and operators in formulas.
  private static let formulaWords = ["and", "false", "in", "missing", "not", "or", "true"]

  /// The words of the language, which nothing that is called by its bare name can be named after.
  private static let languageWords = Set(
    stageWords + StageWord.statements.map(\.word) + formulaWords + ["else"])

  /// Reports the name of a function or a module that means something else already.
  ///
  /// - Returns: Whether it is free.
  mutating func requireFree(_ name: Name) -> Bool {
    let owner: String
    if Self.languageWords.contains(name.text) {
      owner = "a word of the language"
    } else if commands[name.text] != nil {
      owner = "a command"
    } else if FunctionDeclaration.byName[name.text] != nil
      || AggregateDeclaration.byName[name.text] != nil
    {
      owner = "a function"
    } else if environment.functions[name.text]?.environment != nil {
      owner = "a function of this script"
    } else if environment.modules.contains(name.text) {
      owner = "a module"
    } else {
      return true
    }
    findings.report(.nameTaken(name.text, owner), at: name.range)
    return false
  }

  /// Reports the name of a variable that a script cannot bind: one that is bound already, which at
  /// the prompt is only worth a note when another line did it, and a word for a value.
  ///
  /// - Parameter isElement: Whether a block is run with it, so that it hides nothing for longer.
  mutating func requireUnbound(_ name: Name, isElement: Bool = false) {
    if Self.formulaWords.contains(name.text) {
      findings.report(.nameTaken(name.text, "a word of the language"), at: name.range)
      return
    }
    if environment.modules.contains(name.text) {
      findings.report(.nameTaken("$" + name.text, "a module"), at: name.range)
      return
    }
    guard let binding = environment[name.text] else { return }
    guard let place = binding.place else {
      if blockDepth == 0, !isElement { findings.report(.rebound(name.text), at: name.range) }
      return
    }
    guard place.source === script.source else {
      findings.report(
        .nameTaken("$" + name.text, "a variable of a module"), at: name.range)
      return
    }
    let line = script.source.lineNumber(at: place.range.start)
    findings.report(
      .repeatedBinding(name.text, line: line, isOutside: blockDepth > 0 || isElement),
      at: name.range, labels: [.init(place.range, "bound here")])
  }
}
