import BriefAnalysis
import BriefSource
import BriefText

/// Trains the weights that tell reports of speech from other constructions.
///
/// For each word that may be a cue the likelihood of the right one of its constructions, or of
/// none, is raised by AdaGrad (Duchi, Hazan and Singer, JMLR 2011), with a pull of all weights
/// towards zero.
struct AttributionTraining {
  /// How the model is fitted.
  struct Settings {
    var epochs = 20
    var rate = 0.1
    var pull = 0.002
    /// How often features must occur.
    var least = 4
  }

  private let settings: Settings
  private let examples: [Example]

  /// The constructions of one word.
  private struct Example {
    var options: [[UInt64]]
    /// The options that are attributions; none when the word is no cue.
    var right: Set<Int>
  }

  /// Reads texts with an engine.
  init(_ corpus: SpeechCorpus, engine: Engine, settings: Settings = Settings()) {
    self.settings = settings
    var examples: [Example] = []
    for text in corpus.texts {
      let briefing = Briefing(text.source, engine: engine)
      let tokens = briefing.document.tokens
      // The statement whose cue holds each token, and whether it stands in a content.
      var cueOf: [Int: Int] = [:]
      var reported: Set<Int> = []
      var contents: [Set<Int>] = []
      for (number, statement) in text.statements.enumerated() {
        for range in statement.cue {
          for token in tokens.indices(in: range) { cueOf[token] = number }
        }
        contents.append(Set(statement.content.flatMap { tokens.indices(in: $0) }))
        reported.formUnion(contents[number])
      }
      for drafts in briefing.reportDrafts() {
        guard let first = drafts.first else { continue }
        let cue = tokens.indices(in: first.cue)
        let statement = cue.lazy.compactMap { cueOf[$0] }.first
        // Inside of what somebody says only the outermost statement is marked.
        if statement == nil, cue.contains(where: { reported.contains($0) }) { continue }
        var right: Set<Int> = []
        if let statement {
          for (number, draft) in drafts.enumerated() {
            let found = Set(draft.content.flatMap { tokens.indices(in: $0) })
            let common = found.intersection(contents[statement]).count
            if common * 3 >= found.count + contents[statement].count - common
              || common * 4 >= found.count * 3
            {
              right.insert(number)
            }
          }
          if right.isEmpty { continue }
        }
        examples.append(Example(options: drafts.map(\.features), right: right))
      }
    }
    self.examples = examples
    let cues = examples.count { !$0.right.isEmpty }
    log("\(corpus.texts.count) texts, \(examples.count) words that may be cues, \(cues) are")
  }

  /// The section of a model.
  func section() -> [UInt8] {
    var counts: [UInt64: Int] = [:]
    for example in examples {
      for option in example.options {
        for feature in option { counts[feature, default: 0] += 1 }
      }
    }
    var weights: [UInt64: Double] = [:]
    var squares: [UInt64: Double] = [:]
    var sums: [UInt64: Double] = [:]
    var random = Random(seed: 1)
    for epoch in 1...settings.epochs {
      var loss = 0.0
      for example in random.shuffled(examples) {
        let options = example.options.map { $0.filter { counts[$0] ?? 0 >= settings.least } }
        // The last place is that of no attribution.
        var scores = options.map { option in
          min(20, max(-20, option.reduce(0) { $0 + (weights[$1] ?? 0) }))
        }
        scores.append(0)
        let powers = scores.map { Exponential.value($0) }
        let total = powers.reduce(0, +)
        let isRight = options.indices.map { example.right.contains($0) } + [example.right.isEmpty]
        let right = zip(powers, isRight).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        loss += 1 - right / total
        for (number, option) in options.enumerated() {
          let want = isRight[number] ? powers[number] / right : 0
          let step = want - powers[number] / total
          for feature in option {
            let weight = weights[feature] ?? 0
            let gradient = step - settings.pull * weight
            let square = (squares[feature] ?? 0) + gradient * gradient
            squares[feature] = square
            weights[feature] = weight + settings.rate * gradient / (square.squareRoot() + 1e-6)
          }
        }
      }
      if epoch * 2 > settings.epochs {
        for (feature, weight) in weights { sums[feature, default: 0] += weight }
      }
      log("  epoch \(epoch): \(Int(loss * 1000) / max(1, examples.count)) thousandths wrong")
    }
    let averaged = Double(settings.epochs - settings.epochs / 2)
    var features: [(hash: UInt64, weights: [(label: Int, weight: Int8)])] = []
    for feature in sums.keys.sorted() {
      let weight = ((sums[feature] ?? 0) / averaged * AttributionModel.unit).rounded()
      guard abs(weight) >= 1 else { continue }
      features.append((feature, [(0, Int8(max(-127, min(127, weight))))]))
    }
    log("  \(sums.count) features, \(features.count) kept")
    return LinearClassifier.bytes(classCount: 1, features: features)
  }
}
