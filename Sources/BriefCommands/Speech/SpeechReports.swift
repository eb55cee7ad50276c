import BriefAnalysis
import BriefScript

extension CommandContext<Session> {
  /// Says that --include widens nothing, because no speaker was asked for.
  func reportInclusionAlone() {
    report(
      warning(
        "nothing-to-widen", "'--include' widens '--by', which is not given", parameter: "include",
        help: "add --by and a name"))
  }

  /// Says that all that fits is what a speaker says that another said.
  func reportNestedAlone(_ count: Int) {
    report(
      warning(
        "only-nested", "what fits stands within what somebody else says",
        help: "--nested lists \(count == 1 ? "it" : "the \(count) of them")"))
  }

  /// Says that no entity goes by `name`, and which names are near.
  func reportUnknownName(_ name: String, parameter: String, in input: Value) {
    reportUnknownName(name, parameter: parameter, in: input.briefings)
  }

  /// Says that no entity of `briefings` goes by `name`, and which names are near.
  func reportUnknownName(_ name: String, parameter: String, in briefings: [Briefing]) {
    var near: [String] = []
    for briefing in briefings {
      for suggestion in briefing.entities.suggestions(for: name) where !near.contains(suggestion) {
        near.append(suggestion)
      }
    }
    report(
      warning(
        "unknown-name", "nobody and nothing in these briefings goes by '\(name)'",
        parameter: parameter,
        help: near.isEmpty
          ? "entities lists the names there are"
          : "did you mean " + near.prefix(3).map { "'\($0)'" }.joined(separator: " or ") + "?"))
  }

  /// Says that nothing is said to anybody who goes by `name`, and to whom something is.
  func reportUnknownAddressee(_ name: String, in input: Value) {
    var names: [String] = []
    for briefing in input.briefings {
      for quote in briefing.quotes {
        guard let addressee = briefing.addressee(of: quote)?.name, !names.contains(addressee) else {
          continue
        }
        names.append(addressee)
      }
    }
    report(
      warning(
        "unknown-name", "the text says of nothing that it was said to '\(name)'", parameter: "to",
        help: Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
          ?? (names.isEmpty
            ? "no cue in these briefings names whom it is said to"
            : "it names " + names.prefix(5).map { "'\($0)'" }.joined(separator: ", "))))
  }

  /// Says that no speech is introduced by `cue`, and which cue is near.
  func reportUnknownCue(_ cue: String, in input: Value) {
    var lemmas: [String] = []
    for briefing in input.briefings {
      for case let lemma? in briefing.quotes.map(\.cue?.lemma) where !lemmas.contains(lemma) {
        lemmas.append(lemma)
      }
    }
    report(
      warning(
        "unknown-cue", "nothing in these briefings is introduced by '\(cue)'", parameter: "cue",
        help: (Spelling.nearest(to: cue, among: lemmas)
          ?? (Quote.Cue.lemma(of: cue) == nil
            ? Spelling.nearest(to: cue, among: Quote.Cue.knownLemmas) : nil))
          .map { "did you mean '\($0)'?" }
          ?? "cues lists the words that introduce speech here"))
  }

  /// Says that no section goes by `name`.
  func reportUnknownSection(_ name: String, in input: Value) {
    report(
      warning(
        "unknown-section", "no section or briefing goes by '\(name)'", parameter: "in",
        help: "sections lists the numbers and headings"))
  }
}
