import BriefSource

extension Interpreter {
  /// Throws when `bytes` more would be more than the script may take.
  func requireMemory(for bytes: Int, _ range: TextRange?) throws(ScriptError) {
    guard let limit = limits.memory, !hasMemory(for: bytes) else { return }
    throw .failed(
      Message.memoryLimit(limit).diagnostic(in: source, at: range ?? place))
  }

  /// Whether the script may take `bytes` more.
  func hasMemory(for bytes: Int) -> Bool {
    guard let limit = limits.memory else { return true }
    return bytes <= limit && ProcessMemory.resident <= limit - bytes
  }

  /// Throws when a table of `count` rows is larger than the script may make.
  func requireRows(_ count: Int, _ range: TextRange) throws(ScriptError) {
    guard count > limits.rows else { return }
    throw .failed(
      Message.rowLimit(count, limits.rows).diagnostic(in: source, at: range))
  }

  /// Throws when a list of lists has more elements, all in all, than a table may have rows.
  ///
  /// A list may stand many times in others and take memory once, so that nothing else would bound
  /// how long it takes to compare or to write.
  func requireSize(of elements: [Value], _ range: TextRange) throws(ScriptError) {
    let isNested = elements.contains { if case .list = $0 { true } else { false } }
    guard isNested else { return }
    var left = limits.rows
    for element in elements where !element.takeElements(from: &left) {
      throw .failed(Message.listTooLong(limits.rows).diagnostic(in: source, at: range))
    }
  }

  /// Throws when there is not the memory for `value` to be written out.
  func requireRoom(for value: Value, _ range: TextRange?) throws(ScriptError) {
    guard let limit = limits.memory else { return }
    // What is written is laid out once and joined once.
    var left = max(0, limit - ProcessMemory.resident) / 2
    if value.takeCharacters(from: &left) { return }
    try stopIfInterrupted()
    throw .failed(Message.memoryLimit(limit).diagnostic(in: source, at: range ?? place))
  }

  /// Throws when what a function is going to make would be more than the script may take.
  func requireRoom(
    forResultOf function: FunctionDeclaration, _ arguments: [Value], _ range: TextRange
  ) throws(ScriptError) {
    guard arguments.contains(where: \.isLarge),
      let bytes = function.resultSize(arguments), bytes > Self.unchecked
    else { return }
    try requireMemory(for: bytes, range)
  }

  /// How many bytes are made without a look at the memory that is left.
  static let unchecked = 1 << 20

  // MARK: Regular expressions

  /// `text` with every match of `pattern` replaced by `new`.
  func replacing(
    _ text: Text, _ pattern: Pattern, _ new: String
  ) throws(ScriptError) -> Value {
    var next = Self.unchecked
    var isTooMuch = false
    let replaced = pattern.replacing(text, with: new, until: isInterruptedIfLong(text)) { bytes in
      guard bytes > next else { return true }
      next = bytes + Self.unchecked
      // The result is copied once, and grows by doubling.
      isTooMuch = !hasMemory(for: bytes * 3)
      return !isTooMuch && !isInterrupted
    }
    try stopIfInterrupted()
    if isTooMuch { try requireMemory(for: .max, nil) }
    return .text(replaced)
  }

  /// Whether some stretch of `text` matches `pattern`.
  func matches(_ text: Text, _ pattern: Pattern) throws(ScriptError) -> Bool {
    let found = pattern.matches(text, until: isInterruptedIfLong(text))
    if text.byteCount > Self.unchecked { try stopIfInterrupted() }
    return found
  }

  /// The parts of `text` that `pattern` tells.
  func search(
    _ text: Text, _ pattern: Pattern, for parts: MatchedParts
  ) throws(ScriptError) -> Value {
    var next = 0
    var isTooMuch = false
    let found = pattern.search(text, for: parts, until: isInterruptedIfLong(text)) { count in
      guard count > next else { return true }
      next = count + 1 << 14
      // Each part takes a value and, if it is long, a text beside it; lists grow by doubling.
      isTooMuch = !hasMemory(for: count * MemoryLayout<Value>.stride * 3)
      return !isTooMuch && !isInterrupted
    }
    try stopIfInterrupted()
    if isTooMuch { try requireMemory(for: .max, nil) }
    return found
  }

  /// What a search in a long text asks now and then; nobody waits for one in a short text.
  private func isInterruptedIfLong(_ text: Text) -> (() -> Bool)? {
    text.byteCount > Self.unchecked ? { self.isInterrupted } : nil
  }
}

extension Value {
  /// Whether what is made of it can be large.
  fileprivate var isLarge: Bool {
    switch self {
    case .text(let text): text.byteCount > 1000
    case .list, .table, .record: true
    default: false
    }
  }
}
