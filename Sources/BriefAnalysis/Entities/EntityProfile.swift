import BriefSource

/// What is known of an entity in its briefing, beyond the places where it is meant.
public struct EntityProfile: Sendable {
  /// How often it is meant, by the way it is referred to.
  public struct Counts: Sendable, Hashable {
    /// By name, surname, abbreviation, or the name of a capital said for its state.
    public var names = 0
    /// By the adjective of a state.
    public var demonyms = 0
    /// By nouns.
    public var nominals = 0
    /// By pronouns.
    public var pronouns = 0

    /// All together.
    public var all: Int { names + demonyms + nominals + pronouns }
  }

  /// How an entity belongs to another.
  public enum Relation: String, Sendable {
    case partOf = "part of"
    case within = "in"
    case peopleOf = "people of"
    case speaksFor = "speaks for"
    case officeIn = "of"
    case formerly = "formerly of"
    case heldIn = "held in"
  }

  /// What tells that it does.
  public enum Origin: String, Sendable {
    /// The text says so.
    case text
    /// Its name says so.
    case name
    /// The lists, or the user's actor file, say so.
    case gazetteer
    /// The text comes from there; an inference.
    case dateline
  }

  /// What an entity belongs to.
  public struct Parent: Sendable {
    /// The name.
    public let name: String
    /// The entity; `nil` where the text does not speak of it.
    public let entity: EntityID?
    /// How it belongs there.
    public let relation: Relation
    /// What tells so.
    public let origin: Origin
  }

  /// A share of ``salience`` and what it is for.
  public struct SaliencePart: Sendable {
    /// What counts.
    public let reason: String
    /// What it adds.
    public let value: Double
  }

  /// The entity.
  public let entity: EntityID
  /// What it is, more finely than its type.
  public let kind: EntityKind
  /// Why, in one clause.
  public let kindReason: String
  /// The roles the text gives, the most telling first.
  public let roles: [EntityRole]
  /// How often it is meant.
  public let counts: Counts
  /// How much it matters here, from 0 to 1; see ``EntityProfiler``.
  public internal(set) var salience: Double
  /// What makes up ``salience``, largest first.
  public internal(set) var salienceParts: [SaliencePart]
  /// The sections in which it is meant, in text order.
  public let sections: [Int]
  /// The quotes of which it is the speaker, as positions in ``Briefing/quotes``.
  public internal(set) var quotesBy: [Int]
  /// The quotes by others in which it is meant.
  public internal(set) var quotesAbout: [Int]
  /// What the lists or an actor file say.
  public let known: KnownFacts?
  /// What it belongs to.
  public internal(set) var parent: Parent?

  /// The most telling role.
  public var role: EntityRole? { roles.first }
}
