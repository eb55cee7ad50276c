import BriefSource

/// What stands behind the rows of a table: things, their places, and why they are there.
public protocol RowOrigins {
  /// The thing behind the row at this position in the columns.
  func thing(of position: Int) -> Any?
  /// Where it stands.
  func place(of position: Int) -> Place?
  /// Why it is what it is.
  func explanation(of position: Int) -> Explanation?
  /// Whether a person corrected it.
  func isByHand(_ position: Int) -> Bool
}

extension RowOrigins {
  /// Nobody did, unless it is said.
  public func isByHand(_ position: Int) -> Bool { false }
}

/// The origins of rows whose cells were gathered from other positions.
struct GatheredOrigins: RowOrigins {
  let origins: any RowOrigins
  let positions: [Int32]

  func thing(of position: Int) -> Any? { origins.thing(of: Int(positions[position])) }
  func place(of position: Int) -> Place? { origins.place(of: Int(positions[position])) }
  func explanation(of position: Int) -> Explanation? {
    origins.explanation(of: Int(positions[position]))
  }
  func isByHand(_ position: Int) -> Bool { origins.isByHand(Int(positions[position])) }
}

/// The origins of rows that each stand for several rows of another table.
struct GroupOrigins: RowOrigins {
  let table: Table
  /// The columns that the rows of a group have in common.
  let keys: [String]
  /// The first row of each group.
  let firsts: [Int32]
  /// How many rows each group has.
  let counts: [Int32]

  func thing(of position: Int) -> Any? { nil }

  func place(of position: Int) -> Place? {
    table.place(of: Int(firsts[position]))
  }

  func explanation(of position: Int) -> Explanation? {
    let first = Int(firsts[position])
    let count = counts[position]
    let rows = count == 1 ? "1 row" : "\(count) rows"
    let shared = keys.compactMap { key in
      table.record(first)[key].map { "\(key) = \($0.isMissing ? "missing" : $0.plainText)" }
    }
    var steps: [String] = []
    if !shared.isEmpty { steps.append("They have in common: \(shared.joined(separator: ", ")).") }
    guard let place = table.place(of: first) else {
      return Explanation(title: "\(rows) grouped", steps: steps)
    }
    steps.append("The first stands in \(place.citation).")
    return Explanation(
      title: "\(rows) grouped, first \(place.citation)", steps: steps,
      evidence: [.init(place.range, "the first", role: .note)], source: place.source)
  }
}
