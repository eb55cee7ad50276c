import BriefSource
import BriefText

extension NameFinder {
  /// Tells a person and a place of one name apart where the text has both: `Brian Jackson` and, in
  /// the same text, `in Jackson, Mississippi`.
  ///
  /// A surname that stands alone is the person's unless the words beside it say that it is a place;
  /// and a place that the lists know is a person where a person's full name here ends so and the
  /// words beside it say that somebody acts. Linear in the number of names.
  mutating func partHomonyms() {
    var surnames: Set<String> = []
    for span in spans where span.type == .person && span.tokens.count > 1 {
      if let last = span.key.split(separator: " ").last { surnames.insert(String(last)) }
    }
    guard !surnames.isEmpty else { return }
    for index in spans.indices where surnames.contains(spans[index].key) {
      let isPlace = isPlaceHere(spans[index])
      if spans[index].type == .person, isPlace {
        set(index, .place, "a place is named here, though a person bears the name too")
      } else if spans[index].type == .place, !isPlace, isPersonHere(spans[index]) {
        spans[index].entry = nil
        set(index, .person, "it is the surname of a person in this text, who acts here")
      }
    }
  }

  private mutating func set(_ index: Int, _ type: EntityType, _ reason: String) {
    spans[index].votes = TypeVotes()
    spans[index].votes.add(type, 6, reason)
    spans[index].type = type
    spans[index].typeReason = reason
    spans[index].typeConfidence = 0.8
  }

  private func isPlaceHere(_ span: NameSpan) -> Bool {
    if span.role != nil { return false }
    if let dateline, dateline.contains(Int(text.tokens.starts[span.tokens.lowerBound])) {
      return true
    }
    let before = span.tokens.lowerBound - 1
    let after = span.tokens.upperBound
    guard before >= 0, text.sentence[before] == text.sentence[span.tokens.lowerBound] else {
      return false
    }
    if after + 1 < text.tokens.count, text.form(after) == ",",
      let entry = longestKnownName(from: after + 1).entry,
      gazetteer.entries[entry].type == .place
    {
      return true
    }
    switch text.lower(before) {
    case "in", "near", "outside", "around", "across", "throughout": return true
    case "of":
      return before > 0
        && [
          "city", "town", "village", "streets", "residents", "people", "outskirts", "north",
          "south", "east", "west", "port", "district", "suburbs", "centre", "center", "mayor",
        ].contains(text.lower(before - 1))
    default: return false
    }
  }

  private func isPersonHere(_ span: NameSpan) -> Bool {
    if span.role != nil { return true }
    let before = span.tokens.lowerBound - 1
    let after = span.tokens.upperBound
    if after < text.tokens.count, text.sentence[after] == text.sentence[span.tokens.lowerBound] {
      let facts = text.facts(after)
      if facts.kinds.contains(.speechVerb) || text.lower(after) == "who" { return true }
      if facts.shape == .small, facts.classes.first == .verb { return true }
      if ["also", "has", "had", "will", "would", "was", "is"].contains(text.lower(after)) {
        return true
      }
    }
    return before >= 0 && text.sentence[before] == text.sentence[span.tokens.lowerBound]
      && text.facts(before).kinds.contains(.speechVerb)
  }
}
