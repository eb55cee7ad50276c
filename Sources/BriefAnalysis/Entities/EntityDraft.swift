/// An entity while its names are being joined.
struct EntityDraft {
  /// A place where it is named, and why that place is taken to mean it.
  struct Naming {
    /// The position in the list of names.
    let span: Int
    /// Why, in one clause.
    let reason: String
    /// How sure, from 0 to 1.
    let confidence: Double
  }

  /// What a person is called by: a man, a woman, or not told.
  enum Gender: Sendable {
    case male, female, unknown
  }

  /// The entry of the lists that it is.
  var entry: Int?
  /// The places where it is named, in text order once joining is over.
  var namings: [Naming] = []
  /// The votes of all its names.
  var votes = TypeVotes()
  /// Its type.
  var type: EntityType
  /// The folded words of its fullest name.
  var words: [String]
  /// The position of that name in the list of names.
  var fullest: Int
  /// Man or woman, as titles and first names tell.
  var gender = Gender.unknown
  /// The titles and roles that stand at its names, as tokens, in text order.
  var roles: [Range<Int>] = []
  /// Folded words of its roles.
  var roleWords: Set<String> = []
}
