/// Tokens that are a name, with what speaks for each type.
struct NameSpan {
  /// The name, without titles and roles.
  var tokens: Range<Int>
  /// The entry of the lists that it is.
  var entry: Int?
  /// What speaks for each type.
  var votes = TypeVotes()
  /// The title or role that stands at it, as tokens.
  var role: Range<Int>?
  /// Whether the role is set off from the name by a comma: then it is a mention of its own.
  var isApposed = false
  /// Whether it is the label of a turn.
  var isLabel = false
  /// Whether it means a state by the name of its people or of its capital.
  var sense = Sense.own
  /// Why, where it does.
  var senseReason = ""
  /// The folded words of the place in this text whose people it names; empty for none.
  var homeKey = ""
  /// Its folded words.
  var key = ""
  /// The type in which all places of the name agree.
  var type: EntityType = .other
  /// Why.
  var typeReason = "nothing tells its type"
  /// How sure the type is, from 0 to 1.
  var typeConfidence = 0.3

  /// How a name means what it means.
  enum Sense: Sendable {
    /// As its own name.
    case own
    /// As the adjective of a state: `Afghan`.
    case demonym
    /// As the capital, said for the government: `Kabul`.
    case metonym
  }

  init(_ tokens: Range<Int>, entry: Int? = nil) {
    self.tokens = tokens
    self.entry = entry
  }
}

/// What speaks for each type of a name, in points, with the strongest reason.
struct TypeVotes {
  private var points = [Int](repeating: 0, count: EntityType.allCases.count)
  private var strongest = [Int](repeating: 0, count: EntityType.allCases.count)
  private var reasons = [String](repeating: "", count: EntityType.allCases.count)

  /// Adds `weight` points, which may be negative, for `type`.
  mutating func add(_ type: EntityType, _ weight: Int, _ reason: String) {
    let place = Self.place(type)
    points[place] += weight
    if weight > strongest[place] {
      strongest[place] = weight
      reasons[place] = reason
    }
  }

  /// Adds all that another place of the same name has, up to a bound that keeps numbers small.
  mutating func add(_ other: TypeVotes) {
    for place in points.indices {
      points[place] = min(10_000, max(-10_000, points[place] + other.points[place]))
      if other.strongest[place] > strongest[place] {
        strongest[place] = other.strongest[place]
        reasons[place] = other.reasons[place]
      }
    }
  }

  /// The points of `type`.
  subscript(type: EntityType) -> Int { points[Self.place(type)] }

  /// The type with most points, its reason, and how far it leads; the first of equals.
  var best: (type: EntityType, reason: String, confidence: Double)? {
    var best = 0
    for place in points.indices where points[place] > points[best] { best = place }
    guard points[best] > 0 else { return nil }
    var second = 0
    for place in points.indices where place != best { second = max(second, points[place]) }
    let lead = Double(points[best] - second) / Double(points[best] + second + 2)
    let strength = min(1, Double(strongest[best]) / 6)
    return (
      EntityType.allCases[best], reasons[best], 0.4 + 0.35 * lead + 0.22 * strength
    )
  }

  private static func place(_ type: EntityType) -> Int {
    switch type {
    case .person: 0
    case .organisation: 1
    case .place: 2
    case .group: 3
    case .event: 4
    case .law: 5
    case .facility: 6
    case .work: 7
    case .other: 8
    }
  }
}
