import BriefSource
import BriefText

/// The labels of a text that do name speakers, decided over the whole text.
struct SpeakerLabels {
  private var accepted: [SpeakerLabel?] = []
  /// The number of turns.
  private(set) var count = 0

  /// The label of block `index`, when it is one.
  subscript(index: Int) -> SpeakerLabel? {
    accepted.indices.contains(index) ? accepted[index] : nil
  }

  /// Reads and judges the labels of all blocks. Linear in their number.
  init(
    _ source: Source, _ layout: [Layout.Block], _ shapes: [LineShape], _ datelines: DatelineReader
  ) {
    var candidates = layout.map { block in
      block.marker == .none || block.marker == .blockQuote
        ? SpeakerLabel(source, block.content) : nil
    }
    var occurrences: [String: Int] = [:]
    var running = 0
    for (index, candidate) in candidates.enumerated() {
      if let candidate { occurrences[Self.form(of: candidate), default: 0] += 1 }
      if shapes[index].words > 14 || shapes[index].hasFinalStop { running += 1 }
    }
    let questions = occurrences["Q"] ?? 0
    var sure = 0
    var named = 0
    var repeats = false
    for (index, candidate) in candidates.enumerated() {
      guard let candidate else { continue }
      let times = occurrences[Self.form(of: candidate)] ?? 0
      // A headline in capitals with a colon in it is no turn.
      if times == 1, shapes[index].isAllCapitals, shapes[index].words > 4 {
        candidates[index] = nil
        continue
      }
      switch candidate.form {
      case .role: sure += 1
      case .capitals: sure += times >= 2 ? 1 : 0
      case .letter: sure += questions >= 2 ? 1 : 0
      case .name:
        named += 1
        repeats = repeats || times >= 2
      }
    }
    let isTranscript = sure >= 2
    // Names in ordinary writing need a conversation around them.
    let isConversation =
      (named >= 4 && repeats && named * 10 >= running * 3)
      || (named >= 2 && named * 4 >= running * 3)
    for (index, candidate) in candidates.enumerated() {
      guard let candidate else { continue }
      let times = occurrences[Self.form(of: candidate)] ?? 0
      let isAccepted =
        switch candidate.form {
        case .role: true
        case .capitals:
          times >= 2 || (isTranscript && !datelines.isPlace(candidate.key))
        case .letter:
          candidate.key == "Q"
            ? questions >= 2 || (isTranscript || (occurrences["A"] ?? 0) > 0)
            : questions >= 1
        case .name: isConversation || (isTranscript && isPlausible(candidate, times, sure))
        }
      if !isAccepted { candidates[index] = nil }
    }
    accepted = candidates
    count = candidates.count { $0 != nil }
  }

  /// What is counted as the same label: a headline "Karim: Talks Failed" is none of the labels
  /// "KARIM:" of the transcript below it.
  private static func form(of label: SpeakerLabel) -> String {
    label.form == .name ? label.key + ":" : label.key
  }

  /// Whether a name in ordinary writing is a label in a text whose other labels are in capitals.
  private func isPlausible(_ candidate: SpeakerLabel, _ times: Int, _ sure: Int) -> Bool {
    times >= 2 && times * 20 >= sure
  }
}
