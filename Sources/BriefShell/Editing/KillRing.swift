/// What was cut, to be inserted again.
struct KillRing {
  /// The text cut last.
  private(set) var text: [Unicode.Scalar] = []

  /// Keeps what was cut.
  ///
  /// - Parameters:
  ///   - isBefore: Whether it stood before the cursor.
  ///   - isGoingOn: Whether it belongs to what was cut last, because no other key came between.
  mutating func add(_ cut: some Collection<Unicode.Scalar>, isBefore: Bool, isGoingOn: Bool) {
    guard isGoingOn else {
      text = Array(cut)
      return
    }
    if isBefore { text.insert(contentsOf: cut, at: 0) } else { text.append(contentsOf: cut) }
  }
}
