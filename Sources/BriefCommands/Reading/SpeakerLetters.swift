import BriefAnalysis
import BriefSource

/// Letters for the speakers of a briefing, in the order in which they first speak.
struct SpeakerLetters {
  /// A speaker's letter: A to Z, then AA and on.
  struct Letter: Sendable, Hashable {
    /// The number, from 0.
    let number: Int

    /// As it is written.
    var name: String {
      var name = ""
      var rest = number
      repeat {
        name = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + name
        rest = rest / 26 - 1
      } while rest >= 0
      return name
    }
  }

  private enum Key: Hashable {
    case entity(EntityID)
    case name(String)
  }

  private var letters: [Key: Letter] = [:]
  /// The names in the order of the letters.
  private(set) var names: [String] = []

  /// Gives letters to all who are quoted or reported in `briefing`.
  init(_ briefing: Briefing) {
    for quote in briefing.quotes.sorted(by: { ($0.range.start, $0.id) < ($1.range.start, $1.id) }) {
      guard let speaker = quote.speaker else { continue }
      let key = Self.key(speaker)
      if letters[key] != nil { continue }
      letters[key] = Letter(number: names.count)
      names.append(speaker.name)
    }
  }

  /// The letter of `speaker`; `nil` without one.
  subscript(speaker: Quote.Speaker?) -> Letter? { speaker.flatMap { letters[Self.key($0)] } }

  private static func key(_ speaker: Quote.Speaker) -> Key {
    speaker.entity.map { .entity($0) } ?? .name(speaker.name.lowercased())
  }
}
