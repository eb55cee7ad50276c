/// The pronouns that are told apart; those of one person and number are one, whatever their case.
enum Pronoun: UInt8, Sendable {
  case none, first, second, he, she, it, firstPlural, they, this, that, these, those, one, other

  /// The pronoun that `form` is, without case, and whether it is reflexive.
  static func reading(_ form: String) -> (pronoun: Pronoun, isReflexive: Bool)? {
    switch form {
    case "i", "me", "my", "mine", "im": (.first, false)
    case "myself": (.first, true)
    case "you", "your", "yours", "u", "ya", "ye", "y'", "thou", "thee", "thy": (.second, false)
    case "yourself", "yourselves": (.second, true)
    case "he", "him", "his": (.he, false)
    case "himself": (.he, true)
    case "she", "her", "hers": (.she, false)
    case "herself": (.she, true)
    case "it", "its": (.it, false)
    case "itself": (.it, true)
    case "we", "us", "our", "ours", "'s": (.firstPlural, false)
    case "ourselves": (.firstPlural, true)
    case "they", "them", "their", "theirs", "'em", "em": (.they, false)
    case "themselves", "themself": (.they, true)
    case "this": (.this, false)
    case "that": (.that, false)
    case "these": (.these, false)
    case "those": (.those, false)
    case "one", "oneself": (.one, false)
    default: nil
    }
  }

  /// Gender and number, as far as they are fixed.
  var sorts: MentionDraft.Sorts {
    switch self {
    case .first: [.person, .singular]
    case .second: [.person]
    case .he: [.male, .person, .singular]
    case .she: [.female, .person, .singular]
    case .it: [.thing, .singular]
    case .firstPlural: [.person, .plural]
    case .they, .these, .those: [.plural]
    case .this, .that: [.thing, .singular]
    case .none, .one, .other: []
    }
  }

  /// 1, 2, or 3.
  var person: UInt64 {
    switch self {
    case .first, .firstPlural: 1
    case .second: 2
    default: 3
    }
  }
}
