import BriefText

/// The tags of a text as far as noun phrases need them.
struct TagClasses {
  /// What a token may be in a noun phrase.
  enum Class: UInt8 {
    case noun, adjective, participle, other
  }

  private let numbers: [UInt8]
  private let classes: [Class]
  private let determiners: [Bool]

  /// Reads what `tags` mean; without a model every class is unknown.
  init(_ tags: Tags?) {
    numbers = tags?.numbers ?? []
    let pairs = tags?.set.pairs ?? []
    classes = pairs.map { pair in
      switch pair.penn {
      case "NN", "NNS", "NNP", "NNPS": .noun
      case "JJ": .adjective
      case "VBN", "VBG": .participle
      default: .other
      }
    }
    determiners = pairs.map { ["DT", "PRP$", "POS", "CD"].contains($0.penn) }
  }

  /// What the token at `index` may be; `nil` when nothing is known of it.
  subscript(index: Int) -> Class? {
    guard index < numbers.count, Int(numbers[index]) < classes.count else { return nil }
    return classes[Int(numbers[index])]
  }

  /// Whether a noun phrase may begin with the token at `index` and goes on behind it.
  func isDeterminer(_ index: Int) -> Bool {
    guard index < numbers.count, Int(numbers[index]) < determiners.count else { return false }
    return determiners[Int(numbers[index])]
  }
}
