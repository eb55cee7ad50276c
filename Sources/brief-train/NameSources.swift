import BriefSource
import BriefText

/// The lists of known names and words: those of the program, of the project, and of CAMEO.
struct NameSources {
  /// Phrases by what they are listed as.
  private(set) var phrases: [UInt64: NameLists.Kinds] = [:]
  /// Names of each type that may be put for others.
  private(set) var pools: [NameType: [[String]]] = [:]
  /// Given and family names of each culture, and names of persons who have one only.
  private(set) var cultures: [(given: [String], family: [String], particles: [String])] = []
  private(set) var singles: [String] = []
  private(set) var countries: Set<String> = []
  /// Titles, each as words.
  private(set) var titles: [[String]] = []

  init(own: String, cameo: String) throws {
    try addProgramLists()
    try addPersons(own + "/lists/persons.tsv")
    try addThings(own + "/lists")
    try addActors(cameo)
  }

  /// The words of a phrase as the tokeniser splits them.
  static func words(_ phrase: String) -> [String] {
    let source = Source(name: "", text: phrase)
    let document = Document(source, layout: Layout(source), engine: nil)
    return (0..<document.tokens.count).map { document.form($0) }
  }

  private mutating func add(_ phrase: String, _ kinds: NameLists.Kinds, to type: NameType? = nil) {
    let words = Self.words(phrase)
    guard !words.isEmpty, words.count <= 6 else { return }
    var hash: UInt64 = 0
    for word in words { hash = NameLists.extend(hash, WordFeatures.formHash(of: word)) }
    phrases[hash, default: []].formUnion(kinds)
    if let type { pools[type, default: []].append(words) }
  }

  private mutating func addProgramLists() throws {
    for row in Lexicon.table(.names) where row.count >= 2 {
      switch row[1] {
      case "male", "female": add(row[0], .givenName)
      case "title", "role", "honorific":
        add(row[0], .title)
        titles.append([row[0]])
      case "organisation": add(row[0], .organisationHead)
      case "place", "facility", "event", "law", "work": add(row[0], .otherHead)
      case "people": add(row[0], .group, to: .group)
      case "calendar": add(row[0], .calendar)
      default: break
      }
    }
    for row in Lexicon.table(.places) where row.count >= 2 {
      let isCountry = row[1] == "country"
      add(
        row[0], isCountry ? [.country, .place] : row[1] == "facility" ? .facility : .place,
        to: row[1] == "facility" ? .facility : .place)
      if isCountry { countries.insert(row[0]) }
      for also in row.dropFirst(5) {
        for name in also.split(separator: "|") {
          add(String(name), isCountry ? [.country, .place] : .place, to: .place)
          if isCountry { countries.insert(String(name)) }
        }
      }
      if row.count > 4 {
        for name in row[4].split(separator: "|") { add(String(name), .group, to: .group) }
      }
    }
    for row in Lexicon.table(.bodies) where row.count >= 2 {
      let (kinds, type): (NameLists.Kinds, NameType) =
        switch row[1] {
        case "law", "treaty", "programme": (.law, .law)
        case "event": (.event, .event)
        case "disease", "substance", "weapon": (.thing, .other)
        default: (.organisation, .organisation)
        }
      add(row[0], kinds, to: type)
      for also in row.dropFirst(2).prefix(1) {
        for name in also.split(separator: "|") { add(String(name), kinds, to: type) }
      }
    }
  }

  private func rows(_ path: String) throws -> [[String]] {
    try readText(path).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  private mutating func addPersons(_ path: String) throws {
    var place: [String: Int] = [:]
    for row in try rows(path) where row.count == 3 {
      let index = place[row[0]] ?? cultures.count
      if index == cultures.count {
        place[row[0]] = index
        cultures.append(([], [], []))
      }
      switch row[1] {
      case "given":
        cultures[index].given.append(row[2])
        add(row[2], .givenName)
      case "family":
        cultures[index].family.append(row[2])
        add(row[2], .familyName)
      case "particle": cultures[index].particles.append(row[2])
      case "single":
        singles.append(row[2])
        add(row[2], .person)
      default: break
      }
    }
  }

  private mutating func addThings(_ directory: String) throws {
    for row in try rows(directory + "/organisations.tsv") where row.count >= 2 {
      add(row[1], .organisation, to: .organisation)
      if row.count > 2, !row[2].isEmpty { add(row[2], .organisation, to: .organisation) }
    }
    for row in try rows(directory + "/places.tsv") where row.count == 2 {
      add(row[1], .place, to: .place)
    }
    for row in try rows(directory + "/things.tsv") where row.count == 2 {
      guard let type = NameType.learnt.first(where: { "\($0)" == row[0] }) else { continue }
      let kinds: NameLists.Kinds =
        switch type {
        case .event: .event
        case .law: .law
        case .facility: .facility
        case .group: .group
        default: .thing
        }
      // Titles of works are made of common words; as a list they mislead.
      if type == .work {
        pools[.work, default: []].append(Self.words(row[1]))
      } else {
        add(row[1], kinds, to: type)
      }
    }
  }

  /// The persons, places and armed groups of the CAMEO actor dictionaries: `NAME_OF_ACTOR_ [CODE]`.
  private mutating func addActors(_ directory: String) throws {
    for file in [
      "Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt",
      "Phoenix.MilNonState.actors.txt",
    ] {
      for line in try readText(directory + "/" + file).split(separator: "\n") {
        guard let first = line.first, first != "#", first != "<" else { continue }
        let name = line.prefix { $0 != "[" && $0 != ";" && $0 != "(" }
          .drop { $0 == "+" }
        let words = name.split { $0 == "_" || $0 == " " || $0 == "\t" }.map { Self.cased($0) }
        guard (1...5).contains(words.count), words.allSatisfy({ !$0.isEmpty }) else { continue }
        let phrase = words.joined(separator: " ")
        guard phrase.utf8.count > 3 else { continue }
        if file.hasPrefix("Phoenix.Countries") {
          // Persons have two words or more here; single words are places and peoples.
          if words.count >= 2, line.contains("[") { add(phrase, .person) }
        } else {
          add(phrase, .organisation)
        }
      }
    }
  }

  private static func cased(_ word: Substring) -> String {
    word.prefix(1).uppercased() + word.dropFirst().lowercased()
  }
}
