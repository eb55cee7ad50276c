import BriefSource

extension [Quote] {
  /// For each quote the position of the one in whose words it stands, as what its speaker says that
  /// another said; `nil` for those that the text itself reports.
  ///
  /// The quotes have to be in text order. A quotation that goes on with the cue of the one around
  /// it, and words in marks that nobody is said to say, are no speech of another. Linear in the number of
  /// quotes, times the depth of nesting.
  public func enclosingQuotes() -> [Int?] {
    var open: [Int] = []
    return indices.map { position in
      let quote = self[position]
      while let last = open.last, self[last].reach <= quote.range.start { open.removeLast() }
      let outer = open.last { self[$0].encloses(quote) }
      open.append(position)
      return outer
    }
  }
}

extension Quote {
  /// Where the last of its words ends.
  fileprivate var reach: Int { Swift.max(range.end, statement.last?.end ?? 0) }

  /// Whether `other`, which does not begin before this, is speech within this speech.
  fileprivate func encloses(_ other: Quote) -> Bool {
    guard other.speaker != nil, statement.contains(where: { $0.contains(other.range) }),
      statement != other.statement
    else { return false }
    if rule == .turn { return true }
    guard let cue = other.cue, cue.range != self.cue?.range else { return false }
    return statement.contains { $0.contains(cue.range) }
  }
}
