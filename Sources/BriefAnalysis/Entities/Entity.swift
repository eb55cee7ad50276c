import BriefSource
import BriefText

/// The number of an entity in its briefing, in order of first mention.
public struct EntityID: Hashable, Sendable, Comparable {
  /// The position in ``Entities/all``.
  public let index: Int

  /// Creates the identifier at `index`.
  public init(_ index: Int) { self.index = index }

  /// In order of first mention.
  public static func < (left: EntityID, right: EntityID) -> Bool { left.index < right.index }
}

/// What an entity is.
public enum EntityType: String, Sendable, CaseIterable {
  case person, organisation, place, group, event, law, facility, work, other
}

/// How a mention refers.
public enum MentionKind: String, Sendable, CaseIterable {
  /// By name, surname or abbreviation.
  case name
  /// By the adjective of a state: "Afghan soil".
  case demonym
  /// By a noun: "the spokesperson".
  case nominal
  /// By a pronoun: "he".
  case pronoun
}

/// One place where an entity is meant.
public struct Mention: Sendable {
  /// The entity.
  public let entity: EntityID
  /// The words.
  public let range: TextRange
  /// The same, as token indices.
  public let tokens: Range<Int>
  /// How it refers.
  public let kind: MentionKind
  /// Why it was joined to the entity, in one clause, for `why`.
  public let reason: String
  /// How sure the joining is.
  public let confidence: Confidence
  /// Whether the name of a capital stands for the government or state.
  public let isMetonym: Bool

  /// Creates a mention.
  public init(
    entity: EntityID, range: TextRange, tokens: Range<Int>, kind: MentionKind, reason: String,
    confidence: Confidence, isMetonym: Bool = false
  ) {
    self.isMetonym = isMetonym
    self.entity = entity
    self.range = range
    self.tokens = tokens
    self.kind = kind
    self.reason = reason
    self.confidence = confidence
  }
}

/// One person, organisation, place or other thing that a briefing speaks of.
public struct Entity: Sendable {
  /// Its number.
  public let id: EntityID
  /// The fullest name the text gives it; the name in the lists where the text has only an
  /// abbreviation, the adjective of a state, or a capital that stands for it.
  public let name: String
  /// Whether ``name`` is from the lists, not from the text.
  public let isNameKnown: Bool
  /// The position of what the lists know of it among their entries.
  let entry: Int?
  /// What it is.
  public let type: EntityType
  /// Why it was given that type, in one clause, for `why`.
  public let typeReason: String
  /// How sure the type is.
  public let confidence: Confidence
  /// The role the text gives it ("the Foreign Office Spokesperson"), as it stands there.
  public let role: TextRange?
  /// Other names in the text, in order of first occurrence, without ``name`` itself.
  public let aliases: [String]
  /// Those of ``aliases`` that are names of capitals said for the state.
  public let metonyms: [String]
  /// All the roles the text gives it, in text order.
  public let roles: [TextRange]
  /// Positions of its mentions in ``Entities/mentions``, in text order; none for events whose
  /// mentions lie around others. ``Entities/mentions(of:)`` gives either.
  public let mentions: [Int]
  /// Positions of its mentions in ``Entities/enclosing``.
  public let enclosing: Range<Int>
  /// How often it is meant.
  public var mentionCount: Int { mentions.count + enclosing.count }

  /// Creates an entity.
  public init(
    id: EntityID, name: String, type: EntityType, typeReason: String, confidence: Confidence,
    role: TextRange?, aliases: [String], mentions: [Int], metonyms: [String] = [],
    roles: [TextRange] = [], isNameKnown: Bool = false
  ) {
    self.init(
      id: id, name: name, type: type, typeReason: typeReason, confidence: confidence, role: role,
      aliases: aliases, mentions: mentions, metonyms: metonyms, roles: roles,
      isNameKnown: isNameKnown, entry: nil)
  }

  init(
    id: EntityID, name: String, type: EntityType, typeReason: String, confidence: Confidence,
    role: TextRange?, aliases: [String], mentions: [Int], metonyms: [String], roles: [TextRange],
    isNameKnown: Bool, entry: Int?, enclosing: Range<Int> = 0..<0
  ) {
    self.enclosing = enclosing
    self.metonyms = metonyms
    self.roles = roles
    self.isNameKnown = isNameKnown
    self.entry = entry
    self.id = id
    self.name = name
    self.type = type
    self.typeReason = typeReason
    self.confidence = confidence
    self.role = role
    self.aliases = aliases
    self.mentions = mentions
  }
}
