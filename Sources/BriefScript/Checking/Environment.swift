import BriefSource

/// The variables and functions that can be seen, scope within scope.
///
/// Binding and leaving a scope take constant time for each name bound.
struct Environment {
  /// What is bound to a name.
  struct Binding {
    let slot: Int
    /// What is known of the value.
    let flow: Flow
    /// Where it was bound, if that was in a source at hand.
    let place: Place?
    /// The value, where it is known before anything runs.
    var constant: Value?
  }

  /// Where a scope began.
  struct Scope {
    fileprivate let count: Int
  }

  private var bindings: [String: Binding] = [:]
  /// What each name meant before it was bound, in the order of binding.
  private var history: [(name: String, before: Binding?)] = []
  /// The names that modules are known by.
  var modules: Set<String> = []
  /// The functions that scripts and modules have defined, by name.
  var functions: [String: ScriptFunction] = [:]

  subscript(name: String) -> Binding? { bindings[name] }

  /// The value of the variable in `slot`, where it is known before anything runs.
  ///
  /// Linear in the number of variables.
  func constant(inSlot slot: Int) -> Value? {
    bindings.values.first { $0.slot == slot }?.constant
  }

  mutating func bind(_ name: String, _ binding: Binding) {
    history.append((name, bindings.updateValue(binding, forKey: name)))
  }

  /// Begins a scope; what is bound from now on ends with ``leave(_:)``.
  var scope: Scope { Scope(count: history.count) }

  /// Ends a scope: names mean again what they meant before it.
  mutating func leave(_ scope: Scope) {
    while history.count > scope.count {
      let last = history.removeLast()
      bindings[last.name] = last.before
    }
  }

  /// The names that are bound, in the order of their last binding.
  ///
  /// Linear in the number of bindings.
  var names: [String] {
    var seen: Set<String> = []
    return history.reversed().compactMap { seen.insert($0.name).inserted ? $0.name : nil }
      .reversed()
  }
}
