/// Attaches the punctuation of a sentence to the tree of its words.
///
/// Universal Dependencies leaves nothing to choose here: marks that come in pairs depend on the top
/// word between them, others on the highest word of the lower of the two phrases they stand
/// between, so that no arc crosses another (universaldependencies.org/u/dep/punct.html).
struct PunctuationAttacher {
  /// What a mark of punctuation is by itself.
  private enum Mark { case opening(UInt8), closing(UInt8), other }

  private let marks: [Mark]
  private var opened: [(kind: UInt8, place: Int)] = []
  private var isDone: [Bool] = []

  init(_ set: TagSet) {
    marks = set.pairs.map { pair in
      switch pair.penn {
      case "``": .opening(1)
      case "''": .closing(1)
      case "-LRB-": .opening(2)
      case "-RRB-": .closing(2)
      default: .other
      }
    }
  }

  /// Gives every token of `sentence` that is punctuation a head.
  ///
  /// - Parameter heads: The place of each word's head in the sentence; the root has the number of
  ///   tokens.
  ///
  /// Linear in the number of tokens times the depth of the tree.
  mutating func attach(_ sentence: Range<Int>, tags: Tags, heads: inout [Int32]) {
    let count = sentence.count
    opened.removeAll(keepingCapacity: true)
    isDone.removeAll(keepingCapacity: true)
    for _ in 0..<count { isDone.append(false) }
    for place in 0..<count where tags.isPunctuation(sentence.lowerBound + place) {
      switch marks[Int(tags.numbers[sentence.lowerBound + place])] {
      case .opening(let kind): opened.append((kind, place))
      case .closing(let kind):
        guard let index = opened.lastIndex(where: { $0.kind == kind }) else { continue }
        let start = opened[index].place
        opened.removeSubrange(index...)
        guard let top = top(between: start, place, sentence, tags, heads) else { continue }
        heads[start] = Int32(top)
        heads[place] = Int32(top)
        isDone[start] = true
        isDone[place] = true
      case .other: break
      }
    }
    var before = -1
    var after = 0
    for place in 0..<count {
      guard tags.isPunctuation(sentence.lowerBound + place) else {
        before = place
        continue
      }
      if isDone[place] { continue }
      after = max(after, place + 1)
      while after < count, tags.isPunctuation(sentence.lowerBound + after) { after += 1 }
      heads[place] = Int32(head(of: place, between: before, after, count, heads))
    }
  }

  /// The only word between two marks whose head is not between them.
  private func top(
    between start: Int, _ end: Int, _ sentence: Range<Int>, _ tags: Tags, _ heads: [Int32]
  ) -> Int? {
    var top: Int?
    for place in start + 1..<end where !tags.isPunctuation(sentence.lowerBound + place) {
      if heads[place] > start, heads[place] < end { continue }
      if top != nil { return nil }
      top = place
    }
    return top
  }

  /// The highest word of the lower of the phrases on either side of a mark.
  private func head(
    of place: Int, between before: Int, _ after: Int, _ count: Int, _ heads: [Int32]
  ) -> Int {
    guard before >= 0 else { return climb(after, count, heads) { $0 > place } }
    let left = climb(before, count, heads) { $0 < place }
    guard after < count else { return left }
    let right = climb(after, count, heads) { $0 > place }
    var above = Int(heads[right])
    while above < count, above != left { above = Int(heads[above]) }
    return above == left ? right : left
  }

  /// The highest word above `place` that can be reached without leaving its side.
  private func climb(
    _ place: Int, _ count: Int, _ heads: [Int32], while isOnSide: (Int) -> Bool
  ) -> Int {
    var word = place
    while Int(heads[word]) < count, isOnSide(Int(heads[word])) { word = Int(heads[word]) }
    return word
  }
}
