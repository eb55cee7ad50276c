import BriefSource
import BriefText

/// How far two annotators of one text agree on what is quoted, and on who speaks.
///
/// The first is the reference: precision is the share of what the second marked, recall the share of
/// what the first marked, that the other marked too.
public struct Agreement: Sendable {
  /// What the first and the second have in common, or one of them alone.
  public struct Pair: Sendable {
    /// What the first marked.
    public let first: MarkedQuotation?
    /// What the second marked.
    public let second: MarkedQuotation?
    /// Whether both marked the same words.
    public let isExact: Bool
    /// Whether both name the same speaker, or nobody.
    public let isSameSpeaker: Bool
  }

  /// The words of the body, each inside a quotation or not.
  public let words: CohenKappa
  /// The quotations, those of both in pairs, in text order.
  public let pairs: [Pair]
  /// The speakers of the quotations that both marked.
  public let speakers: CohenKappa

  /// The number of quotations of the first.
  public var firstCount: Int { pairs.count { $0.first != nil } }
  /// The number of quotations of the second.
  public var secondCount: Int { pairs.count { $0.second != nil } }
  /// The pairs in which both marked something.
  public var common: [Pair] { pairs.filter { $0.first != nil && $0.second != nil } }

  /// Compares what two annotators marked in `briefing`.
  ///
  /// A word is a token that is a word or a number, in a paragraph, list item, turn or block quotation
  /// of the body. Quotations are the same exactly when their words are, whatever marks and spaces
  /// stand around them. Each is paired with one of the other at most: first those that are the same, then
  /// those with the most words in common, of equals the earlier. Speakers are the same when their names
  /// lead to one entity, or are written alike but for case and accents.
  ///
  /// Takes time in the product of both numbers of quotations, and linear in the number of words.
  public init(_ first: [MarkedQuotation], _ second: [MarkedQuotation], in briefing: Briefing) {
    let wordTokens = briefing.bodyWords
    func words(of quotation: MarkedQuotation) -> Set<Int> {
      Set(quotation.parts.flatMap { briefing.document.tokens.indices(in: $0) })
        .intersection(wordTokens)
    }
    let left = first.map(words)
    let right = second.map(words)
    let (inLeft, inRight) = (
      left.reduce(into: Set()) { $0.formUnion($1) },
      right.reduce(into: Set()) { $0.formUnion($1) }
    )
    self.words = CohenKappa(wordTokens.map { (inLeft.contains($0), inRight.contains($0)) })

    let names = ComparedSpeakers(first.map(\.speaker), second.map(\.speaker), in: briefing)
    let partner = Self.partners(left, right)
    var pairs: [Pair] = []
    for index in first.indices {
      let other = partner[index]
      pairs.append(
        Pair(
          first: first[index], second: other.map { second[$0] },
          isExact: other.map { left[index] == right[$0] } ?? false,
          isSameSpeaker: other.map { names.first[index] == names.second[$0] } ?? false))
    }
    let taken = Set(partner.values)
    for index in second.indices where !taken.contains(index) {
      pairs.append(
        Pair(first: nil, second: second[index], isExact: false, isSameSpeaker: false))
    }
    func start(_ pair: Pair) -> Int { (pair.first ?? pair.second)?.range.start ?? 0 }
    self.pairs = pairs.enumerated().sorted {
      (start($0.element), $0.offset) < (start($1.element), $1.offset)
    }.map(\.element)
    speakers = CohenKappa(
      partner.sorted { $0.key < $1.key }.map { (names.first[$0.key], names.second[$0.value]) })
  }

  /// Which of `right` each of `left` is paired with.
  private static func partners(_ left: [Set<Int>], _ right: [Set<Int>]) -> [Int: Int] {
    struct Candidate {
      let first: Int
      let second: Int
      let isExact: Bool
      let shared: Int
    }
    var candidates: [Candidate] = []
    for (first, words) in left.enumerated() {
      for (second, others) in right.enumerated() {
        let shared = words.intersection(others).count
        guard shared > 0 else { continue }
        candidates.append(
          Candidate(first: first, second: second, isExact: words == others, shared: shared))
      }
    }
    candidates.sort {
      ($0.isExact ? 0 : 1, -$0.shared, $0.first, $0.second)
        < ($1.isExact ? 0 : 1, -$1.shared, $1.first, $1.second)
    }
    var partner: [Int: Int] = [:]
    var taken: Set<Int> = []
    for candidate in candidates
    where partner[candidate.first] == nil && !taken.contains(candidate.second) {
      partner[candidate.first] = candidate.second
      taken.insert(candidate.second)
    }
    return partner
  }
}

extension Briefing {
  /// The words and numbers of the body, as token indices that ascend.
  ///
  /// Linear in the number of tokens.
  public var bodyWords: [Int] {
    let tokens = document.tokens
    var words: [Int] = []
    for block in structure.blocks where block.kind.isBody {
      words += tokens.indices(in: block.content).filter {
        tokens.kinds[$0] == .word || tokens.kinds[$0] == .number
      }
    }
    return words
  }
}

extension Structure.BlockKind {
  /// Whether it is part of the body: no heading, key point, stage direction or furniture.
  public var isBody: Bool {
    switch self {
    case .paragraph, .listItem, .turn, .blockQuote: true
    default: false
    }
  }
}

/// The speakers of two annotators under labels that are the same for the same speaker.
private struct ComparedSpeakers {
  let first: [String]
  let second: [String]

  init(_ first: [String?], _ second: [String?], in briefing: Briefing) {
    var known: [String: [EntityID]] = [:]
    for case let name? in first + second where known[name] == nil {
      known[name] = briefing.entities.named(name, in: briefing.source)
    }
    // Names that may mean several are settled by those that mean one.
    let certain = Set(known.values.filter { $0.count == 1 }.map { $0[0] })
    func label(_ name: String?) -> String {
      guard let name else { return "" }
      let meant = known[name] ?? []
      let entity = meant.count == 1 ? meant[0] : meant.first { certain.contains($0) } ?? meant.first
      return entity.map { "#\($0.index)" } ?? NameFolding.key(name)
    }
    self.first = first.map(label)
    self.second = second.map(label)
  }
}
