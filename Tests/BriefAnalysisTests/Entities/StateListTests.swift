import BriefText
import Foundation
import Testing

/// The lists of states, bodies and kinds.
@Suite struct StateListTests {
  static let isoCodes = "/usr/share/iso-codes/json/iso_3166-1.json"
  static let states = Lexicon.table(.states)
  static let places = Lexicon.table(.places)
  static let bodies = Lexicon.table(.bodies)

  private static var countries: [[String]] { places.filter { $0.count > 4 && $0[1] == "country" } }

  @Test func everyMemberOfTheUnitedNationsIsThere() {
    let members = Self.states.filter { $0[2] == "United Nations member" }
    #expect(members.count == 193)
    let named = Dictionary(grouping: Self.countries) { $0[2] }
    for member in members {
      let country = named[member[0]]?.first
      #expect(country != nil, "\(member[0])")
      #expect(country?[4].isEmpty == false, "\(member[0]) has no demonym")
      #expect(!member[3].isEmpty, "\(member[0]) has no foreign ministry")
      // Three are cities that are states.
      if !["MC", "SG", "SM"].contains(member[0]) {
        #expect(country?[3].isEmpty == false, "\(member[0]) has no capital")
      }
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: isoCodes)))
  func codesAreThoseOfTheStandard() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: Self.isoCodes))
    let read = try JSONDecoder().decode([String: [[String: String]]].self, from: data)
    var alpha3: [String: String] = [:]
    for entry in read["3166-1"] ?? [] {
      if let two = entry["alpha_2"], let three = entry["alpha_3"] { alpha3[two] = three }
    }
    #expect(alpha3.count > 240)
    let outside: Set<String> = ["CS", "DD", "SU", "XK", "YU"]
    for state in Self.states where !outside.contains(state[0]) {
      #expect(alpha3[state[0]] == state[1], "\(state[0])")
    }
    let listed = Set(Self.states.map { $0[0] })
    for body in Self.bodies where body.count > 3 {
      for code in body[3].split(separator: "|") {
        #expect(listed.contains(String(code)), "\(body[0]): \(code)")
      }
    }
  }

  @Test func listsAreSortedAndWhole() {
    for (rows, columns) in [(Self.states, 5), (Self.places, 6), (Self.bodies, 5)] {
      for row in rows { #expect(row.count == columns, "\(row)") }
      let names = rows.map { $0[0] }
      for (name, next) in zip(names, names.dropFirst()) {
        #expect(
          Array(name.unicodeScalars.map(\.value))
            .lexicographicallyPrecedes(Array(next.unicodeScalars.map(\.value))) || name == next,
          "\(next)")
      }
    }
    let bodies = Self.bodies.map { $0[0] }
    #expect(Set(bodies).count == bodies.count)
    let words = Lexicon.table(.kinds).map { $0[0] }
    #expect(words == words.sorted() && Set(words).count == words.count)
  }

  @Test func demonymsOfOneStateAreNotAnothers() {
    var states: [String: Set<String>] = [:]
    for country in Self.countries {
      for demonym in country[4].split(separator: "|") {
        states[String(demonym), default: []].insert(country[0])
      }
    }
    let shared = states.filter { $0.value.count > 1 }.keys.sorted()
    #expect(shared == ["Congolese", "Dominican"])
  }
}
