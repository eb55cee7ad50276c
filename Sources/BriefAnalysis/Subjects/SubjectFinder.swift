import BriefSource
import BriefText

/// Finds the subjects of a text by the words that lead to them.
///
/// The longest phrase of the list that stands at a place counts. A phrase that leads to several
/// subjects weighs less for each, and one that is used again weighs more by the logarithm of its
/// uses.
struct SubjectFinder {
  private let document: Document
  private let scheme: SubjectScheme
  private let text: [Piece]

  /// A word as the list writes it, with its base form.
  private struct Piece {
    let form: String
    let lemma: String
    let range: TextRange
    let sentence: Int
  }

  private struct Finding {
    var places: [TextRange] = []
  }

  /// What the weights of the list count for.
  private static let weights = [0, 0.5, 1.5, 3]
  /// The largest number of subjects of the top level.
  private static let limit = 3
  /// Below this no subject is given.
  private static let least = 0.25

  /// The subjects of a briefing, each of the top level followed by those below it, the surest first.
  ///
  /// Linear in the number of tokens.
  static func subjects(of document: Document, structure: Structure) -> [Subject] {
    SubjectFinder(document, structure).subjects()
  }

  private init(_ document: Document, _ structure: Structure) {
    self.document = document
    scheme = .embedded
    let tokens = document.tokens
    let sentences = document.sentences
    let lemmas = document.lemmas
    var pieces: [Piece] = []
    for block in structure.blocks where PhraseReader.speaks(block.kind) {
      var sentence = -1
      for token in tokens.indices(in: block.content) {
        if sentence < 0 || !sentences[sentence].contains(token) {
          sentence = sentences.index(holding: token)
        }
        let form = document.lower(token)
        pieces.append(
          Piece(
            form: form, lemma: lemmas?.text(token) ?? form, range: tokens.range(token),
            sentence: sentence))
      }
    }
    text = pieces
  }

  private func subjects() -> [Subject] {
    let (order, findings) = read()
    guard order.count > 1 else { return [] }
    var scores = Array(repeating: 0.0, count: scheme.entries.count)
    var below = scores
    var leads: [[(phrase: Int, weight: Double)]] = Array(
      repeating: [], count: scheme.entries.count)
    for phrase in order {
      let use = 1 + Logarithm.natural(Double(findings[phrase]?.places.count ?? 1))
      // The best weight that the phrase has within each subject of the top level.
      var tops: [(top: Int, weight: Double)] = []
      for lead in scheme.phrases[phrase].leads {
        let weight = Self.weights[lead.weight]
        let top = scheme.entries[lead.subject].top
        if let known = tops.firstIndex(where: { $0.top == top }) {
          tops[known].weight = max(tops[known].weight, weight)
        } else {
          tops.append((top, weight))
        }
        if top != lead.subject {
          below[lead.subject] += weight * use
          leads[lead.subject].append((phrase, weight * use))
        }
      }
      let sum = tops.reduce(0) { $0 + $1.weight }
      for (top, weight) in tops {
        let share = weight * (weight / sum).squareRoot() * use
        scores[top] += share
        leads[top].append((phrase, share))
      }
    }
    return subjects(scores, below, leads, findings)
  }

  /// The phrases of the list that stand in the text, in order of first occurrence.
  private func read() -> (order: [Int], findings: [Int: Finding]) {
    var order: [Int] = []
    var findings: [Int: Finding] = [:]
    var index = 0
    while index < text.count {
      guard let phrase = phrase(at: index) else {
        index += 1
        continue
      }
      let end = index + scheme.phrases[phrase].words.count - 1
      let range = TextRange(text[index].range.start, text[min(end, text.count - 1)].range.end)
      if findings[phrase] == nil { order.append(phrase) }
      findings[phrase, default: Finding()].places.append(range)
      index = max(end, index) + 1
    }
    return (order, findings)
  }

  /// The longest phrase of the list that begins at `index`.
  private func phrase(at index: Int) -> Int? {
    let piece = text[index]
    var best: Int?
    for first in piece.form == piece.lemma ? [piece.form] : [piece.form, piece.lemma] {
      for phrase in scheme.byFirst[first] ?? [] {
        let count = scheme.phrases[phrase].words.count
        if let best, scheme.phrases[best].words.count >= count { break }
        if stands(scheme.phrases[phrase].words, at: index) {
          best = phrase
          break
        }
      }
    }
    return best
  }

  /// Whether `words` stand at `index`; only the last may be inflected, unless it is the only one.
  private func stands(_ words: [String], at index: Int) -> Bool {
    guard index + words.count <= text.count else { return false }
    for (offset, word) in words.enumerated() {
      let piece = text[index + offset]
      guard piece.sentence == text[index].sentence else { return false }
      if piece.form == word { continue }
      guard offset == words.count - 1, piece.lemma == word else { return false }
    }
    return true
  }

  // MARK: Choosing

  private func subjects(
    _ scores: [Double], _ below: [Double], _ leads: [[(phrase: Int, weight: Double)]],
    _ findings: [Int: Finding]
  ) -> [Subject] {
    let tops = scheme.entries.indices.filter { scheme.entries[$0].top == $0 && scores[$0] > 0 }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }
    guard let first = tops.first else { return [] }
    var found: [Subject] = []
    for (rank, top) in tops.prefix(Self.limit).enumerated() {
      let rival = rank == 0 ? (tops.count > 1 ? scores[tops[1]] : 0) : scores[first]
      let confidence = Self.chance(scores[top], against: rival) * density(findings)
      guard confidence >= Self.least, leads[top].count > 1 else { continue }
      found.append(subject(top, confidence, leads[top], findings))
      let under = scheme.entries.indices.filter {
        scheme.entries[$0].top == top && $0 != top && leads[$0].count > 1
      }.sorted { (below[$1], $0) < (below[$0], $1) }
      for (place, entry) in under.prefix(2).enumerated() {
        let other =
          place == 0 ? (under.count > 1 ? below[under[1]] : 0) : below[under[0]]
        let sure = confidence * Self.chance(below[entry], against: other)
        if sure >= Self.least { found.append(subject(entry, sure, leads[entry], findings)) }
      }
    }
    return found
  }

  /// The chance that what scores `score` is right where the best rival scores `rival`, less where
  /// there is little evidence at all.
  ///
  /// The power and the amount are those with which chances and shares of right answers agree on one
  /// half of 1,151 news stories of the BBC.
  private static func chance(_ score: Double, against rival: Double) -> Double {
    guard score > 0 else { return 0 }
    let ratio = rival / score
    return score * score / (score * score + 9) / (1 + ratio * ratio * ratio)
  }

  /// 1 where the words of the list are as frequent as in English reports, less where they are so few
  /// that they may be there by accident.
  private func density(_ findings: [Int: Finding]) -> Double {
    var count = 0
    for finding in findings.values { count += finding.places.count }
    return min(1, Double(count) * 25 / Double(max(1, text.count)))
  }

  private func subject(
    _ entry: Int, _ confidence: Double, _ leads: [(phrase: Int, weight: Double)],
    _ findings: [Int: Finding]
  ) -> Subject {
    let words = leads.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element)
    let row = scheme.entries[entry]
    return Subject(
      code: "medtop:" + row.code, name: row.name,
      parent: row.top == entry ? nil : "medtop:" + scheme.entries[row.top].code,
      confidence: Confidence(min(0.99, confidence)),
      words: words.map { lead in
        Subject.Word(
          text: scheme.phrases[lead.phrase].text,
          weight: (lead.weight * 100).rounded() / 100,
          places: findings[lead.phrase]?.places ?? [])
      })
  }
}
