import BriefText

/// What the coreference layer says of single words: which earlier words mean the same.
struct ReferenceChains {
  private let coreference: Coreference
  /// The shortest mention that each token is the head of; -1 for none.
  private var mentionOfHead: [Int32]

  /// Indexes the chains of a text of `count` tokens. Linear in the text.
  init(_ coreference: Coreference, count: Int) {
    self.coreference = coreference
    mentionOfHead = Array(repeating: -1, count: count)
    for (index, mention) in coreference.mentions.enumerated() where mention.chain != nil {
      let known = mentionOfHead[mention.head]
      if known < 0 || coreference.mentions[Int(known)].tokens.count > mention.tokens.count {
        mentionOfHead[mention.head] = Int32(index)
      }
    }
  }

  /// The mention that `token` is the head of, if something else means the same.
  func mention(headedBy token: Int) -> Coreference.Mention? {
    let index = mentionOfHead[token]
    return index < 0 ? nil : coreference.mentions[Int(index)]
  }

  /// The heads of what means the same as `mention` and stands before it, the nearest first, at most
  /// `limit` of them.
  func antecedents(of mention: Coreference.Mention, limit: Int) -> [Int] {
    guard let chain = mention.chain else { return [] }
    let members = coreference.chains[chain]
    // Members are ascending, so the place of the mention is found by halving.
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if coreference.mentions[members[middle]].tokens.lowerBound < mention.tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var heads: [Int] = []
    for member in members[..<low].reversed().prefix(limit) {
      heads.append(coreference.mentions[member].head)
    }
    return heads
  }
}
