import BriefText

/// What the lists, or an actor file of the user, say of an entity; nothing of it is from the text.
public struct KnownFacts: Sendable {
  /// Its name there.
  public let name: String
  /// Its kind there.
  public let kind: EntityKind
  /// Codes (ISO 3166-1 alpha-2) of the state it is, lies in, belongs to or acts in; several where
  /// several states have one of that name.
  public let codes: [String]
  /// The state's other code (ISO 3166-1 alpha-3).
  public let alpha3: String?
  /// The state's capital.
  public let capital: String?
  /// What its people are called, and the adjective.
  public let demonyms: [String]
  /// Other names.
  public let otherNames: [String]
  /// The state's standing: "United Nations member", "territory of DK".
  public let status: String?
  /// The usual names of the state's foreign ministry, the full one first.
  public let foreignMinistry: [String]
  /// The office that is meant by a building or place.
  public let standsFor: String?
  /// The file that says so, and its line for an actor file.
  public let source: String
  /// When it was so; the date of the list.
  public let date: String
  /// What the user's actor file says, in the order of the file.
  public let actors: [Actor]
}

/// What is known of the states, read when it is first asked for.
struct StateFacts: Sendable {
  /// A state or territory.
  struct State: Sendable {
    let alpha3: String
    let status: String
    let foreignMinistry: [String]
  }

  static let embedded = StateFacts()

  /// When the lists were last gone through.
  static let date = "November 2025"

  /// The states by their codes.
  private(set) var states: [String: State] = [:]
  /// The rows of places by their names.
  private(set) var places: [String: [String]] = [:]
  /// The other names of bodies by their names.
  private(set) var bodies: [String: [String]] = [:]

  private init() {
    for row in Lexicon.table(.states) where row.count >= 4 {
      states[row[0]] = State(
        alpha3: row[1], status: row[2], foreignMinistry: Self.parts(row[3]))
    }
    for row in Lexicon.table(.places) where row.count >= 6 {
      if row[1] == "country" || places[row[0]] == nil { places[row[0]] = row }
    }
    for row in Lexicon.table(.bodies) where row.count >= 3 && bodies[row[0]] == nil {
      bodies[row[0]] = Self.parts(row[2])
    }
  }

  private static func parts(_ field: String) -> [String] {
    field.split(separator: "|").map(String.init)
  }

  /// What is known of the thing at `index` of `gazetteer`.
  func facts(_ index: Int, in gazetteer: Gazetteer) -> KnownFacts {
    let entry = gazetteer.entries[index]
    let codes = Self.parts(entry.codes)
    let state = entry.kind == "country" ? codes.first.flatMap { states[$0] } : nil
    let row = entry.type == .place ? places[entry.name] : nil
    var kind = EntityKind(listed: entry.kind) ?? EntityKind(entry.type)
    if state?.status.hasPrefix("territory") == true { kind = .territory }
    let actors = gazetteer.actors(of: index)
    if let given = actors.lazy.compactMap(\.kind).first { kind = given }
    var otherNames: [String] =
      if !actors.isEmpty {
        actors.flatMap(\.aliases)
      } else if case .bodies = entry.list {
        bodies[entry.name] ?? []
      } else {
        row.map { Self.parts($0[5]) } ?? []
      }
    otherNames.removeAll { $0 == entry.name }
    let source =
      switch entry.list {
      case .places: state == nil ? "places.tsv" : "places.tsv, states.tsv"
      case .bodies: "bodies.tsv"
      case .names: "names.tsv"
      case .actors: actors.map { "\($0.file):\($0.line)" }.joined(separator: ", ")
      }
    return KnownFacts(
      name: entry.name, kind: kind, codes: codes, alpha3: state?.alpha3,
      capital: row.flatMap { $0[1] == "country" && !$0[3].isEmpty ? $0[3] : nil },
      demonyms: row.map { $0[1] == "country" ? Self.parts($0[4]) : [] } ?? [],
      otherNames: otherNames, status: state?.status, foreignMinistry: state?.foreignMinistry ?? [],
      standsFor: entry.standsFor.isEmpty ? nil : entry.standsFor, source: source,
      date: actors.isEmpty ? Self.date : "", actors: actors)
  }
}
