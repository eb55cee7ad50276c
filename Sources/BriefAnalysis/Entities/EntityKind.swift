/// What an entity is, more finely than ``EntityType``: what an editor would call it.
public enum EntityKind: String, Sendable, CaseIterable {
  case person
  // Organisations
  case agency
  case armedGroup = "armed group"
  case businessAssociation = "business association"
  case centralBank = "central bank"
  case charity
  case church
  case company
  case court
  case government
  case internationalBody = "international body"
  case media
  case military
  case ministry
  case office
  case organisation
  case parliament
  case party
  case police
  case sportsBody = "sports body"
  case thinkTank = "think tank"
  case union
  case university
  // Places
  case city
  case continent
  case country
  case island
  case mountain
  case place
  case region
  case territory
  case water
  // Groups
  case faith
  case group
  case ideology
  case partyMembers = "party members"
  case people
  // Events
  case attack
  case disaster
  case election
  case event
  case talks
  case war
  // Laws
  case law
  case programme
  case treaty
  // What is left
  case facility
  case prize
  case work
  case disease
  case other
  case substance
  case weapon

  /// The coarse type it belongs to.
  public var type: EntityType {
    switch self {
    case .person: .person
    case .agency, .armedGroup, .businessAssociation, .centralBank, .charity, .church, .company,
      .court, .government, .internationalBody, .media, .military, .ministry, .office,
      .organisation, .parliament, .party, .police, .sportsBody, .thinkTank, .union, .university:
      .organisation
    case .city, .continent, .country, .island, .mountain, .place, .region, .territory, .water:
      .place
    case .faith, .group, .ideology, .partyMembers, .people: .group
    case .attack, .disaster, .election, .event, .talks, .war: .event
    case .law, .programme, .treaty: .law
    case .facility: .facility
    case .prize, .work: .work
    case .disease, .other, .substance, .weapon: .other
    }
  }

  /// The kind of which nothing finer is known.
  public init(_ type: EntityType) {
    self =
      switch type {
      case .person: .person
      case .organisation: .organisation
      case .place: .place
      case .group: .group
      case .event: .event
      case .law: .law
      case .facility: .facility
      case .work: .work
      case .other: .other
      }
  }

  /// The kind that a list writes so; `nil` for a word that is none.
  init?(listed name: String) {
    switch name {
    case "armed": self = .armedGroup
    case "body": self = .organisation
    case "capital": self = .city
    case "demonym": self = .people
    case "international": self = .internationalBody
    case "river", "sea": self = .water
    default:
      guard let kind = EntityKind(rawValue: name.replacing("-", with: " ")) else { return nil }
      self = kind
    }
  }

  /// Whether it is an arm of a state.
  public var isOfState: Bool {
    switch self {
    case .agency, .centralBank, .court, .government, .military, .ministry, .office, .parliament,
      .police:
      true
    default: false
    }
  }
}
