/// What can go wrong while a formula is computed, before it has a place.
struct FormulaFault: Error {
  let message: Message

  init(_ message: Message) { self.message = message }
}
