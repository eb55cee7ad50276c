import BriefSource
import BriefText

/// Gathers keyphrases that occur together into topics.
///
/// Two phrases are the nearer, the larger the share of their sentences and paragraphs is that they
/// have in common (the coefficient of Dice, 1945), and nearer still when they share a word. The
/// nearest are joined first, by the average over their members, until none are near enough; of
/// equally near ones those with the better phrases. Each sentence then goes to the topic whose
/// phrases in it weigh most, the more the fewer sentences hold them; one without any goes to the
/// topic before it in its paragraph, else behind it there, else to that of the heading above.
struct TopicBuilder {
  struct Sentence {
    let number: Int
    let tokens: Range<Int>
    let block: Int
    let section: Int
    let words: Int
    /// Whether it is a heading.
    let isHeading: Bool
  }

  /// How near phrases must be, on average, to be one topic.
  private static let nearness = 0.3
  /// The largest number of phrases of a topic.
  private static let largest = 8
  /// Names that stand in a larger share of the paragraphs than this belong to no one topic.
  private static let ambient = 0.4

  private let phrases: [Keyphrase]
  private let sentences: [Sentence]
  private let text: CasedText
  /// The positions of the sentences, and the numbers of the blocks, that hold each phrase.
  private var places: [[Int]] = []
  private var blocks: [[Int]] = []

  init(
    _ phrases: [Keyphrase], sentences: [Sentence], speakers: Set<EntityID>, text: CasedText
  ) {
    self.sentences = sentences
    self.text = text
    let allBlocks = Set(sentences.map(\.block)).count
    var kept: [Keyphrase] = []
    for phrase in phrases {
      if phrase.isRole { continue }
      if let entity = phrase.entity, speakers.contains(entity) { continue }
      let held = Self.positions(of: phrase, in: sentences)
      let inBlocks = Self.distinct(held.map { sentences[$0].block })
      let isEverywhere =
        phrase.entity != nil && allBlocks > 4
        && Double(inBlocks.count) > Self.ambient * Double(allBlocks)
      guard !held.isEmpty, !isEverywhere else { continue }
      kept.append(phrase)
      places.append(held)
      blocks.append(inBlocks)
    }
    self.phrases = kept
  }

  /// The topics, the one with most words first, of equally long ones the one with more weight, then
  /// the one that comes first; at most `limit`.
  mutating func topics(limit: Int) -> [Topic] {
    var topics: [Topic] = []
    let clusters = clusters().filter(isTopic).sorted {
      let left = weight($0)
      let right = weight($1)
      return left != right ? left > right : $0[0] < $1[0]
    }.prefix(limit)
    let owners = owners(of: Array(clusters))
    let total = max(1, sentences.reduce(0) { $0 + $1.words })
    for (number, cluster) in clusters.enumerated() {
      let own = sentences.indices.filter { owners[$0] == number }
      guard !own.isEmpty else { continue }
      topics.append(topic(cluster, own, total: total))
    }
    return topics.enumerated().sorted {
      if $0.element.words != $1.element.words { return $0.element.words > $1.element.words }
      return $0.offset < $1.offset
    }.map(\.element)
  }

  // MARK: Clusters

  /// The phrases in groups, each in order of rank.
  private func clusters() -> [[Int]] {
    let count = phrases.count
    guard count > 0 else { return [] }
    var groups: [[Int]?] = (0..<count).map { [$0] }
    // Sums of nearness between the members of groups.
    var sums = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for left in 0..<count {
      for right in (left + 1)..<max(count, left + 1) {
        sums[left][right] = nearness(left, right)
      }
    }
    while true {
      var best: (left: Int, right: Int, value: Double)?
      for left in 0..<count {
        guard let first = groups[left] else { continue }
        for right in (left + 1)..<max(count, left + 1) {
          guard let second = groups[right], first.count + second.count <= Self.largest else {
            continue
          }
          let value = sums[left][right] / Double(first.count * second.count)
          if value >= Self.nearness, value > best?.value ?? 0 { best = (left, right, value) }
        }
      }
      guard let best, let first = groups[best.left], let second = groups[best.right] else { break }
      groups[best.left] = (first + second).sorted()
      groups[best.right] = nil
      for other in 0..<count where other != best.left && other != best.right {
        let moved = sums[min(other, best.right)][max(other, best.right)]
        sums[min(other, best.left)][max(other, best.left)] += moved
      }
    }
    return groups.compactMap(\.self)
  }

  private func nearness(_ left: Int, _ right: Int) -> Double {
    let shares = !Set(phrases[left].words).isDisjoint(with: phrases[right].words)
    return 0.6 * Self.dice(places[left], places[right])
      + 0.25 * Self.dice(blocks[left], blocks[right]) + (shares ? 0.3 : 0)
  }

  /// Twice what two ascending lists have in common, divided by what they have together.
  private static func dice(_ left: [Int], _ right: [Int]) -> Double {
    var first = 0
    var second = 0
    var shared = 0
    while first < left.count, second < right.count {
      if left[first] == right[second] {
        shared += 1
        first += 1
        second += 1
      } else if left[first] < right[second] {
        first += 1
      } else {
        second += 1
      }
    }
    return 2 * Double(shared) / Double(max(1, left.count + right.count))
  }

  /// Whether a group is more than a passing word or a passing name: it has a phrase of two words or
  /// more, or something that is used again, and not only words that stand in any report.
  private func isTopic(_ cluster: [Int]) -> Bool {
    let members = cluster.map { phrases[$0] }
    if members.allSatisfy({ isCommon($0) }) { return false }
    if members.allSatisfy(\.isPerson) { return members.contains { $0.measure.count > 2 } }
    return members.contains { $0.words.count > 1 || $0.measure.count > 1 }
  }

  /// Whether a phrase stands in any report: a single word, or a name, whose rarest word is in many
  /// passages of the background.
  private func isCommon(_ phrase: Keyphrase) -> Bool {
    (phrase.words.count == 1 || phrase.entity != nil)
      && phrase.measure.passages >= Self.commonPassages
  }

  private static let commonPassages = 1_500

  private func weight(_ cluster: [Int]) -> Double { cluster.reduce(0) { $0 + phrases[$1].score } }

  // MARK: Sentences

  /// The topic of each sentence; -1 for none.
  private func owners(of clusters: [[Int]]) -> [Int] {
    var scores: [[Int: Double]] = Array(repeating: [:], count: sentences.count)
    for (number, cluster) in clusters.enumerated() {
      for phrase in cluster {
        let weight =
          max(phrases[phrase].score, 0.1) * (phrases[phrase].words.count > 1 ? 1.5 : 1)
          / Double(places[phrase].count).squareRoot()
        for place in places[phrase] { scores[place][number, default: 0] += weight }
      }
    }
    var owners = scores.map { score in
      score.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? -1
    }
    for index in owners.indices.dropFirst()
    where owners[index] < 0 && sentences[index].block == sentences[index - 1].block {
      owners[index] = owners[index - 1]
    }
    for index in owners.indices.dropLast().reversed()
    where owners[index] < 0 && sentences[index].block == sentences[index + 1].block {
      owners[index] = owners[index + 1]
    }
    var heading = -1
    var section = -1
    for index in owners.indices {
      if sentences[index].section != section {
        section = sentences[index].section
        heading = -1
      }
      if sentences[index].isHeading { heading = owners[index] }
      if owners[index] < 0 { owners[index] = heading }
    }
    return owners
  }

  private func topic(_ cluster: [Int], _ own: [Int], total: Int) -> Topic {
    var bySection: [Int: Int] = [:]
    var words = 0
    for index in own {
      words += sentences[index].words
      bySection[sentences[index].section, default: 0] += sentences[index].words
    }
    let sections = bySection.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return Topic(
      label: label(of: cluster), phrases: cluster.map { phrases[$0] },
      score: (weight(cluster) * 1000).rounded() / 1000,
      share: (Double(words) / Double(total) * 1000).rounded() / 1000, words: words,
      sentences: own.map { sentences[$0].number },
      places: own.map { text.tokens.range(sentences[$0].tokens) }, sections: sections)
  }

  /// The best phrase of two to four words that names no person, unless another is much better that is
  /// neither a person nor a name of one word, as countries have; else
  /// the best that does not stand in any report, else the best.
  private func label(of cluster: [Int]) -> String {
    let members = cluster.map { phrases[$0] }.filter { !isCommon($0) }
    guard let best = members.first else { return phrases[cluster[0]].text }
    let telling = members.first {
      (2...4).contains($0.text.utf8.count { $0 == 0x20 } + 1) && !$0.isPerson
    }
    let isShortName = best.entity != nil && best.words.count == 1
    guard let telling, telling.score * 2 >= best.score || best.isPerson || isShortName else {
      return best.text
    }
    return telling.text
  }

  // MARK: Places

  /// The positions in `sentences`, ascending, that hold `phrase`.
  private static func positions(of phrase: Keyphrase, in sentences: [Sentence]) -> [Int] {
    var found: [Int] = []
    for place in phrase.tokens {
      var low = 0
      var high = sentences.count
      while low < high {
        let middle = (low + high) / 2
        if sentences[middle].tokens.upperBound <= place.lowerBound {
          low = middle + 1
        } else {
          high = middle
        }
      }
      guard low < sentences.count, sentences[low].tokens.contains(place.lowerBound) else {
        continue
      }
      if found.last != low { found.append(low) }
    }
    return found
  }

  private static func distinct(_ ascending: [Int]) -> [Int] {
    var found: [Int] = []
    for value in ascending where found.last != value { found.append(value) }
    return found
  }
}
