/// What lists say of the words and names that mentions are made of.
struct MentionWords: Sendable {
  /// What a word of a name, or a noun, may be.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt16

    static let maleName = Kinds(rawValue: 1)
    static let femaleName = Kinds(rawValue: 2)
    static let title = Kinds(rawValue: 4)
    static let body = Kinds(rawValue: 8)
    static let place = Kinds(rawValue: 16)
    static let people = Kinds(rawValue: 32)
    static let calendar = Kinds(rawValue: 64)
    static let work = Kinds(rawValue: 128)
    static let maleNoun = Kinds(rawValue: 256)
    static let femaleNoun = Kinds(rawValue: 512)
    static let personNoun = Kinds(rawValue: 1024)
  }

  /// The lists that are part of the program.
  static let embedded = MentionWords()

  /// Capitals kept.
  private var names = FormTable(capacity: 10_000)
  /// Without case.
  private var nouns = FormTable(capacity: 1000)

  private init() {
    readNames()
    var places = LexiconReader(.places)
    while places.advance() { add(.place, toName: places[0]) }
    var bodies = LexiconReader(.bodies)
    while bodies.advance() {
      guard bodies.count >= 2 else { continue }
      add(Self.works.contains(bodies.string(1)) ? .work : .body, toName: bodies[0])
    }
    for (kind, words) in [
      (Kinds.maleNoun, Self.maleNouns), (.femaleNoun, Self.femaleNouns),
      (.personNoun, Self.personNouns),
    ] {
      for word in words.split(separator: " ") { add(kind, toNoun: String(word)) }
    }
  }

  /// The kinds in the list of bodies that are no bodies.
  private static let works: Set<String> = [
    "disease", "event", "law", "programme", "substance", "treaty", "weapon",
  ]

  private mutating func readNames() {
    var rows = LexiconReader(.names)
    // Rows of a kind mostly stand together.
    var known = 0..<0
    var kind: Kinds = []
    while rows.advance() {
      guard rows.count >= 2 else { continue }
      if !rows.repeats(known, 1) {
        known = rows.range(1)
        kind = Self.kind(rows.string(1))
      }
      add(kind, toName: rows[0])
      if kind == .title { add(.personNoun, toNoun: rows.string(0).lowercased()) }
    }
  }

  private static func kind(_ name: String) -> Kinds {
    switch name {
    case "male": .maleName
    case "female": .femaleName
    case "title", "role", "honorific": .title
    case "organisation": .body
    case "place", "facility": .place
    case "people": .people
    case "calendar": .calendar
    case "work", "law", "event": .work
    default: []
    }
  }

  private mutating func add(_ kind: Kinds, toName form: UnsafeBufferPointer<UInt8>) {
    names.update(form) { ($0 ?? 0) | UInt32(kind.rawValue) }
  }

  private mutating func add(_ kind: Kinds, toNoun form: String) {
    nouns.update(form) { ($0 ?? 0) | UInt32(kind.rawValue) }
  }

  /// What lists say of a form as it stands.
  func kinds(ofName form: String) -> Kinds { Self.kinds(names[form]) }

  /// What lists say of a noun without case, in either number.
  func kinds(ofNoun form: String) -> Kinds {
    if let known = nouns[form] { return Self.kinds(known) }
    return form.hasSuffix("s") ? Self.kinds(nouns[String(form.dropLast())]) : []
  }

  private static func kinds(_ value: UInt32?) -> Kinds {
    Kinds(rawValue: UInt16(truncatingIfNeeded: value ?? 0))
  }

  private static let maleNouns = """
    man men boy father dad daddy son brother uncle nephew grandfather grandpa grandson husband \
    boyfriend king prince duke lord gentleman gentlemen sir mr mr. emperor actor monk priest \
    businessman businessmen chairman spokesman fireman policeman congressman guy dude groom \
    widower stepfather salesman fisherman bishop pope knight patriarch
    """
  private static let femaleNouns = """
    woman women girl mother mom mum mommy daughter sister aunt niece grandmother grandma \
    granddaughter wife wives girlfriend queen princess duchess lady ladies madam ma'am ms ms. mrs \
    mrs. miss empress actress nun businesswoman chairwoman spokeswoman policewoman congresswoman \
    bride widow stepmother waitress heroine goddess
    """
  private static let personNouns = """
    person people child children kid baby babies friend partner student teacher professor doctor \
    nurse author writer poet artist singer musician composer painter scientist researcher engineer \
    lawyer attorney judge officer official soldier general captain leader president minister \
    director manager owner worker employee employer member player coach fan user participant \
    speaker witness victim suspect driver pilot farmer neighbor neighbour colleague citizen \
    resident visitor tourist traveller traveler guest host patient client customer buyer seller \
    voter candidate politician senator governor mayor journalist reporter editor critic historian \
    philosopher economist expert analyst spokesperson activist protester hero enemy winner founder \
    inventor designer developer parent sibling cousin family families guys folks adult teenager \
    infant individual plaintiff defendant counsel juror librarian scholar human chef boss
    """
}
