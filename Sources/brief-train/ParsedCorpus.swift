import BriefText

/// The tree of one sentence for a parser to learn: its words without the punctuation.
struct GoldTree {
  var input: ParserInput
  /// The head of each word; the number of words stands for the root.
  var heads: [Int32]
  var relations: [String]

  /// The same tree, read from the end of the sentence.
  var turned: GoldTree {
    var turned = GoldTree(input: ParserInput(), heads: [], relations: relations.reversed())
    input.turn(into: &turned.input)
    let count = Int32(heads.count)
    turned.heads = heads.reversed().map { $0 == count ? count : count - 1 - $0 }
    return turned
  }
}

/// Sentences for the parser, with the transitions that their trees need.
struct ParsedCorpus {
  struct Sentence {
    var input: ParserInput
    /// The head of each word; the number of words stands for the root.
    var heads: [Int32]
    /// The number of each word's relation among the transitions'.
    var relations: [UInt8]
    /// The dependents of each word, and of the root.
    var dependents: [[Int32]]
  }

  /// The transitions as lines, and as the parser takes them; those seen once or twice are left out.
  let transitionLines: [String]
  let transitions: Transitions
  private(set) var sentences: [Sentence] = []

  init(_ trees: [GoldTree]) throws {
    var left: [String: Int] = [:]
    var right: [String: Int] = [:]
    for tree in trees {
      for (place, (head, relation)) in zip(tree.heads, tree.relations).enumerated() {
        if head == Int32(tree.heads.count) { continue }
        if Int(head) > place {
          left[relation, default: 0] += 1
        } else {
          right[relation, default: 0] += 1
        }
      }
    }
    transitionLines =
      ["shift", "left root"] + left.filter { $0.value > 2 }.keys.sorted().map { "left \($0)" }
      + right.filter { $0.value > 2 }.keys.sorted().map { "right \($0)" }
    transitions = try Transitions(transitionLines)
    var numbers: [String: UInt8] = [:]
    for (number, relation) in transitions.relations.enumerated() {
      numbers[relation] = UInt8(number)
    }
    for tree in trees {
      var dependents = [[Int32]](repeating: [], count: tree.heads.count + 1)
      for (place, head) in tree.heads.enumerated() { dependents[Int(head)].append(Int32(place)) }
      sentences.append(
        Sentence(
          input: tree.input, heads: tree.heads, relations: tree.relations.map { numbers[$0] ?? 0 },
          dependents: dependents))
    }
  }

  /// The sentences at those places for which `isWanted` holds.
  func part(where isWanted: (Int) -> Bool) -> ParsedCorpus {
    var part = self
    part.sentences = sentences.enumerated().filter { isWanted($0.offset) }.map(\.element)
    return part
  }
}
