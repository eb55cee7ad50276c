/// What somebody does by the word that introduces their speech.
///
/// The raw values are the words of the lexicon, and stable names for output.
public enum CueClass: String, Sendable, CaseIterable {
  /// Gives words without saying more about them: say, write, according to.
  case neutral
  /// Puts a question: ask, wonder.
  case asking
  /// Gives them as true, important or final: insist, underscore, reveal.
  case assertive
  /// Grants what another holds or wants: admit, acknowledge, agree.
  case conceding
  /// Holds something to be untrue or unacceptable: deny, reject, brush aside.
  case denying
  /// Finds fault, accuses, regrets: condemn, blame, deplore.
  case critical
  /// Points to a danger, or makes one: warn, threaten, express concern.
  case warning
  /// Wants somebody to act: urge, call on, recommend.
  case demanding
  /// Binds the speaker, or says what is planned or hoped: pledge, plan.
  case promising
  /// Finds good, thanks, supports: welcome, commend, defend.
  case praising
  /// Thought, perception and judgement rather than speech: think, expect.
  case belief
  /// What papers and facts do rather than people: show, prove.
  case showing
}

/// What a cue says beside that somebody speaks, as the lexicon of the project has it.
public struct CueSense: Hashable, Sendable {
  /// What is done with it.
  public let `class`: CueClass
  /// How strongly: 1 weak, 2 plain, 3 strong.
  public let strength: Int
  /// The stance the cue itself takes toward what is spoken of: -1 against, 0 none, 1 for.
  public let polarity: Int

  /// Creates a sense; `strength` is brought into 1 to 3 and `polarity` into -1 to 1.
  public init(_ class: CueClass, strength: Int, polarity: Int) {
    self.class = `class`
    self.strength = min(3, max(1, strength))
    self.polarity = min(1, max(-1, polarity))
  }

  /// Reads the three columns of a row of the lexicon; `nil` when one of them is none of its words.
  init?(_ name: String, strength: String, polarity: String) {
    guard let known = CueClass(rawValue: name), let strength = Int(strength),
      let polarity = Int(polarity), (1...3).contains(strength), (-1...1).contains(polarity)
    else { return nil }
    self.init(known, strength: strength, polarity: polarity)
  }
}

extension Quote.Cue {
  /// The dictionary forms of all cues that the lexicon holds, in its order.
  public static var knownLemmas: [String] { CueLexicon.shared.entries.map(\.lemma) }

  /// The dictionary form of a cue of the lexicon that is written `form`: "said", "criticized",
  /// "express concern". `nil` for a word it does not hold.
  ///
  /// Linear in the length of `form`.
  public static func lemma(of form: String) -> String? {
    let lexicon = CueLexicon.shared
    let form = form.lowercased()
    if let known = lexicon.verb(form) ?? lexicon.noun(form) {
      return lexicon.entries[known.entry].lemma
    }
    return lexicon.phrase(form)?.lemma
  }
}
