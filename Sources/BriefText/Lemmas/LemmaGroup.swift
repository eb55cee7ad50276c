/// The pairs of tags that ask for one way to find a lemma.
///
/// Tags that taggers confuse and whose forms are inflected alike, as the past tense and its
/// participle are, make one group.
package enum LemmaGroup: UInt8, Sendable {
  case noun, nounPlural, name, namePlural
  case verb, verbPresent, verbPast, verbProgressive, verbInName, modal
  case adjective, adjectiveCompared, adverb, adverbCompared
  case pronoun, possessive, determiner, particle, linker, number, mark, interjection
  case foreign, fragment, address

  /// The group of a pair of tags.
  package init(_ pair: TagSet.Pair) {
    let penn = pair.penn
    self =
      switch pair.universal {
      case .noun: penn == "NNS" ? .nounPlural : .noun
      case .properNoun: penn == "NNPS" ? .namePlural : penn == "ADD" ? .address : .name
      case .verb, .auxiliary:
        switch penn {
        case "VBZ": .verbPresent
        case "VBD", "VBN": .verbPast
        case "VBG": .verbProgressive
        case "MD": .modal
        case "NNP": .verbInName
        default: .verb
        }
      case .adjective:
        switch penn {
        case "JJR", "JJS": .adjectiveCompared
        case "NNP": .name
        default: .adjective
        }
      case .adverb: penn == "RBR" || penn == "RBS" ? .adverbCompared : .adverb
      case .pronoun: penn == "PRP$" ? .possessive : .pronoun
      case .determiner: .determiner
      case .particle: .particle
      case .adposition, .subordinator, .coordinator: .linker
      case .numeral: .number
      case .punctuation, .symbol: .mark
      case .interjection: .interjection
      case .other: penn == "FW" ? .foreign : penn == "ADD" ? .address : .fragment
      }
  }
}
