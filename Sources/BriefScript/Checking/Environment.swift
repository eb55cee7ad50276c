import BriefSource

/// The variables that can be seen.
struct Environment {
  /// What is bound to a name.
  struct Binding {
    let slot: Int
    /// What is known of the value.
    let flow: Flow
    /// Where it was bound, if that was in the source at hand.
    let place: TextRange?
    /// The value, where it is known before anything runs.
    var constant: Value? = nil
  }

  private(set) var bindings: [String: Binding] = [:]
  /// The names in the order they were bound.
  private(set) var names: [String] = []

  subscript(name: String) -> Binding? { bindings[name] }

  mutating func bind(_ name: String, _ binding: Binding) {
    if bindings[name] != nil { names.removeAll { $0 == name } }
    names.append(name)
    bindings[name] = binding
  }
}
