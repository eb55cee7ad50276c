import BriefSource

// What formulas give that are written out: it is known before anything runs.

extension Checker {
  /// The value of a formula of numbers, dates and durations that are written out; `nil` for any
  /// other. Texts and lists stay formulas, since putting them together may take much memory.
  static func constant(_ typed: Typed) -> Value? {
    guard case .constant(let value) = typed.formula else { return nil }
    switch value {
    case .int, .number, .date, .duration: return value
    default: return nil
    }
  }

  /// What `compute` gives in place of `formula`, or `formula` where it gives nothing; that it cannot
  /// be computed is reported at `place`.
  mutating func computed(
    _ formula: Formula, _ type: ValueType, _ place: TextRange,
    _ compute: () throws(FormulaFault) -> Value?
  ) -> Typed {
    do throws(FormulaFault) {
      return Typed(formula: try compute().map { .constant($0) } ?? formula, type: type)
    } catch {
      findings.report(error.message, at: place)
      return Typed(formula: .broken, type: type)
    }
  }
}
