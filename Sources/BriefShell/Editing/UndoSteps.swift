/// What a line was before each change, to go back to.
///
/// Letters typed one after the other are one step, as are all changes between two looks at the
/// line.
struct UndoSteps {
  /// A text and the cursor in it.
  struct State: Equatable {
    var scalars: [Unicode.Scalar] = []
    var cursor = 0
  }

  /// The most code points that are kept, over all steps.
  private static let limit = 4_000_000

  private var before: [State] = []
  private var after: [State] = []
  private var current = State()
  private var isTyping = false

  /// Takes note of the line as it is.
  mutating func note(_ state: State) {
    guard state.scalars != current.scalars else {
      if state.cursor != current.cursor { isTyping = false }
      current.cursor = state.cursor
      return
    }
    let isLetter =
      state.scalars.count == current.scalars.count + 1 && state.cursor == current.cursor + 1
      && state.cursor > 0 && state.cursor <= state.scalars.count
      && !state.scalars[state.cursor - 1].properties.isWhitespace
    if !(isLetter && isTyping) { before.append(current) }
    isTyping = isLetter
    after = []
    current = state
    var kept = before.reduce(0) { $0 + $1.scalars.count }
    while kept > Self.limit, before.count > 1 { kept -= before.removeFirst().scalars.count }
  }

  /// The line before the last change, or `nil` when there was none.
  mutating func undo() -> State? {
    guard let state = before.popLast() else { return nil }
    after.append(current)
    current = state
    isTyping = false
    return state
  }

  /// The line as it was before the last undoing, or `nil` when nothing was undone.
  mutating func redo() -> State? {
    guard let state = after.popLast() else { return nil }
    before.append(current)
    current = state
    isTyping = false
    return state
  }
}
