import BriefSource
import BriefText

/// What is known of a word form by itself, looked up once for each distinct form of a text.
struct WordFacts: Sendable {
  /// How a form is written.
  enum Shape: UInt8, Sendable {
    /// Without a capital.
    case small
    /// With one capital at its beginning: `Kabul`, `Dr.`, `Al`.
    case capitalised
    /// In capitals throughout, two or more: `TTP`, `U.S.`.
    case capitals
    /// One capital letter, perhaps with a full stop: `J.`.
    case initial
    /// With a capital elsewhere: `McKay`, `iPhone`.
    case mixed
    /// Without letters.
    case none
  }

  /// How it is written.
  let shape: Shape
  /// Whether it begins with a capital.
  let beginsCapital: Bool
  /// What the lists of names say.
  let kinds: WordKinds
  /// What parts of speech it may be, commonest first.
  let classes: [FrequencyTable.WordTag]
  /// In how many passages of the background it stands.
  let passages: Int
  /// How often it has a capital there, in per cent, where known.
  let capitals: Int?
  /// Folded, without full stops, for look-ups.
  let folded: String

  /// Whether it is an address, a file name or the like.
  let isAddress: Bool
  /// The role word of which an unknown word is likely a misspelling: `spokesperosn`.
  let misspeltRole: String?

  /// Whether nothing is known of the word: neither common nor in a list.
  var isUnknown: Bool { passages == 0 && classes.isEmpty && kinds.isEmpty }

  /// Whether it is an ordinary English word, written small when it is no name.
  var isOrdinary: Bool {
    if let capitals { return capitals < 60 }
    if classes.isEmpty { return passages > 0 && kinds.isDisjoint(with: .firstName) }
    return classes.first != .name
  }

  /// Whether it may be a noun or an adjective.
  var isNominal: Bool { classes.contains(.noun) || classes.contains(.adjective) }

  /// Looks `form` up.
  init(_ form: String) {
    var letters = 0
    var upper = 0
    var isFirstUpper = false
    var isFirst = true
    for scalar in form.unicodeScalars {
      defer { isFirst = false }
      // Most letters are of ASCII, and looking the others up takes long.
      if scalar.isASCII {
        guard let byte = UInt8(exactly: scalar.value), (0x41...0x5A).contains(byte & 0xDF) else {
          continue
        }
        letters += 1
        if byte & 0x20 == 0 {
          upper += 1
          if isFirst { isFirstUpper = true }
        }
        continue
      }
      let properties = scalar.properties
      if properties.isUppercase || properties.generalCategory == .titlecaseLetter {
        upper += 1
        letters += 1
        if isFirst { isFirstUpper = true }
      } else if properties.isAlphabetic {
        letters += 1
      }
    }
    beginsCapital = isFirstUpper
    isAddress = form.utf8.contains { $0 == 0x40 || $0 == 0x2F || $0 == 0x5C || $0 == 0x5F }
    shape =
      switch (letters, upper) {
      case (0, _): .none
      case (_, 0): .small
      case (1, 1): .initial
      case let (all, capital) where all == capital: .capitals
      case (_, 1) where isFirstUpper: .capitalised
      default: .mixed
      }
    folded = NameFolding.joinedWords(form)
    let entry = letters == 0 ? nil : FrequencyTable.embedded.entry(form.lowercased())
    passages = entry?.passages ?? 0
    capitals = entry?.capitals
    classes = entry?.classes ?? []
    var kinds = Gazetteer.embedded.words[folded] ?? []
    // The corpora tag "i" as a name now and then.
    if classes.first == .function || folded == "i", kinds.isDisjoint(with: [.calendar, .particle]) {
      kinds.insert(.function)
    }
    if SpeechVerbs.certain.contains(folded) { kinds.insert(.speechVerb) }
    self.kinds = kinds
    misspeltRole =
      passages == 0 && classes.isEmpty && kinds.isEmpty ? RoleSpelling.nearest(to: folded) : nil
  }
}
