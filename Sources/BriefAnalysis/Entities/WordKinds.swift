/// What the lists of names say about a word: a word may be several things.
struct WordKinds: OptionSet, Sendable {
  let rawValue: UInt32

  /// A man's first name.
  static let male = WordKinds(rawValue: 1 << 0)
  /// A woman's first name.
  static let female = WordKinds(rawValue: 1 << 1)
  /// `Mr`, `President`, `Gen`: stands before a person's name.
  static let title = WordKinds(rawValue: 1 << 2)
  /// `spokesperson`, `minister`: what a person is.
  static let role = WordKinds(rawValue: 1 << 3)
  /// A people, faith or language.
  static let people = WordKinds(rawValue: 1 << 4)
  /// `Ministry`, `Council`: heads the name of an organisation.
  static let organisationHead = WordKinds(rawValue: 1 << 5)
  /// `Valley`, `Province`: heads the name of a place.
  static let placeHead = WordKinds(rawValue: 1 << 6)
  /// `Airport`, `Dam`: heads the name of a facility.
  static let facilityHead = WordKinds(rawValue: 1 << 7)
  /// `Treaty`, `Act`: heads the name of a law or an agreement.
  static let lawHead = WordKinds(rawValue: 1 << 8)
  /// `War`, `Summit`: heads the name of an event.
  static let eventHead = WordKinds(rawValue: 1 << 9)
  /// `Report`: heads the name of a work.
  static let workHead = WordKinds(rawValue: 1 << 10)
  /// A month or a day of the week.
  static let calendar = WordKinds(rawValue: 1 << 11)
  /// `de`, `bin`, `al`: stands inside a person's name without a capital.
  static let particle = WordKinds(rawValue: 1 << 12)
  /// An article, preposition, conjunction, pronoun or auxiliary.
  static let function = WordKinds(rawValue: 1 << 13)
  /// `Mr`, `Dr`, `Sir`: a title that is never a role of its own.
  static let honorific = WordKinds(rawValue: 1 << 14)
  /// A verb that introduces speech.
  static let speechVerb = WordKinds(rawValue: 1 << 15)

  /// `GMT`, `DVD`, `CEO`: written in capitals and no name.
  static let common = WordKinds(rawValue: 1 << 16)

  /// A first name of either sex.
  static let firstName: WordKinds = [.male, .female]
  /// Any word that heads a name.
  static let heads: WordKinds = [
    .organisationHead, .placeHead, .facilityHead, .lawHead, .eventHead, .workHead,
  ]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The kind that `name` stands for in the list of words.
  init(named name: String) {
    self =
      switch name {
      case "male": .male
      case "female": .female
      case "title": .title
      case "honorific": [.title, .honorific]
      case "role": .role
      case "people": .people
      case "organisation": .organisationHead
      case "place": .placeHead
      case "facility": .facilityHead
      case "law": .lawHead
      case "event": .eventHead
      case "work": .workHead
      case "calendar": .calendar
      case "particle": .particle
      case "common": .common
      default: []
      }
  }
}
