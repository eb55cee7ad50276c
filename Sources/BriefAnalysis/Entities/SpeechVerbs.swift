import BriefSource
import BriefText

/// The forms of the verbs that introduce speech, as the list of cues gives them.
enum SpeechVerbs {
  /// The forms, folded.
  static let embedded: Set<String> = {
    var forms: Set<String> = [
      "said", "says", "told", "added", "warned", "asked", "replied", "stressed", "noted",
      "argued", "claimed", "insisted", "explained", "announced", "declared", "confirmed",
    ]
    for row in Lexicon.table(.cues) {
      for form in row.last?.split(separator: " ") ?? [] { forms.insert(String(form)) }
    }
    return forms
  }()
}
