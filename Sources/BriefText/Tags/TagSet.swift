/// The pairs of a universal and a Penn tag that the model tells apart.
public struct TagSet: Sendable {
  /// A universal part of speech with the finer tag of the Penn Treebank.
  public struct Pair: Sendable, Hashable {
    /// The part of speech.
    public let universal: UniversalTag
    /// The Penn Treebank tag: `NNP`, `VBD`.
    public let penn: String

    /// Creates a pair.
    public init(universal: UniversalTag, penn: String) {
      self.universal = universal
      self.penn = penn
    }
  }

  /// The pairs, by their numbers.
  public let pairs: [Pair]
  /// The number of each universal tag, at the number of its pair.
  let universals: [UInt8]
  /// Whether each pair is one of punctuation.
  let punctuation: [Bool]

  /// Reads one pair a line, `NOUN NN`.
  package init(_ lines: [String]) {
    pairs = lines.compactMap { line in
      let parts = line.split(separator: " ")
      guard parts.count == 2, let universal = UniversalTag(rawValue: String(parts[0])) else {
        return nil
      }
      return Pair(universal: universal, penn: String(parts[1]))
    }
    let all = UniversalTag.allCases
    universals = pairs.map { pair in UInt8(all.firstIndex(of: pair.universal) ?? 0) }
    punctuation = pairs.map { $0.universal == .punctuation }
  }
}

/// The tags of the tokens of a text.
public struct Tags: Sendable {
  /// What the numbers mean.
  public let set: TagSet
  /// The number of each token's pair.
  public internal(set) var numbers: [UInt8]

  package init(set: TagSet, numbers: [UInt8]) {
    self.set = set
    self.numbers = numbers
  }

  /// The part of speech of the token at `index`.
  public func universal(_ index: Int) -> UniversalTag {
    let number = Int(numbers[index])
    return number < set.pairs.count ? set.pairs[number].universal : .other
  }

  /// Whether the token at `index` is a mark of punctuation.
  package func isPunctuation(_ index: Int) -> Bool {
    let number = Int(numbers[index])
    return number < set.punctuation.count && set.punctuation[number]
  }

  /// The Penn Treebank tag of the token at `index`; `XX` where there is none.
  public func penn(_ index: Int) -> String {
    let number = Int(numbers[index])
    return number < set.pairs.count ? set.pairs[number].penn : "XX"
  }
}
