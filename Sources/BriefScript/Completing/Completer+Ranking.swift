import BriefSource

extension Completer {
  /// Those of `candidates` that what was typed leads to, the likeliest first.
  ///
  /// Names that begin with it stand before those that only hold it; among equals, what was used
  /// oftener stands first, and otherwise the order stays. Words of the language are looked into
  /// only where none begins with it.
  func ranked(_ candidates: [Completion.Candidate], typed: String) -> [Completion.Candidate] {
    let letters = TypedLetters(typed)
    var found: [(fit: CandidateFit, uses: Int, candidate: Completion.Candidate)] = []
    for candidate in candidates {
      let aliases = candidate.aliases.map { FoldedText.folded($0) }
      guard let fit = letters.fit(FoldedText.folded(candidate.name), aliases: aliases) else {
        continue
      }
      if fit >= .inside, !letters.areTelling { continue }
      var shown = candidate
      if fit == .alias || fit == .insideAlias {
        let led = aliases.indices.first { letters.fit(aliases[$0], aliases: []) != nil }
        let near = aliases.indices.first { letters.fit(aliases[$0]).map { $0 < .inside } == true }
        if let index = near ?? led { shown = candidate.led(by: candidate.aliases[index]) }
      }
      found.append((fit, provider.uses(of: candidate), shown))
    }
    let isBegun = found.contains { $0.fit < .inside }
    if isBegun { found.removeAll { $0.fit >= .inside && $0.candidate.kind != .value } }
    // What is found only within another name is the last resort.
    if found.contains(where: { $0.fit < .insideAlias }) {
      found.removeAll { $0.fit == .insideAlias }
    }
    return found.enumerated().sorted { left, right in
      if left.element.fit != right.element.fit { return left.element.fit < right.element.fit }
      if left.element.uses != right.element.uses { return left.element.uses > right.element.uses }
      return left.offset < right.offset
    }.map(\.element.candidate)
  }
}
