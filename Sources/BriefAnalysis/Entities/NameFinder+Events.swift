import BriefText

extension NameFinder {
  /// The range of `2024 Indian general election` where its year stands before the name that begins
  /// at `token`; `nil` where no such event is named.
  func datedEvent(from token: Int) -> Range<Int>? {
    let year = token - 1
    guard year >= 0, text.tokens.kinds[year] == .number, isYear(text.form(year)),
      text.sentence[year] == text.sentence[token]
    else { return nil }
    var next = token
    while next < text.tokens.count, next - token < 7, text.sentence[next] == text.sentence[token] {
      let lower = text.lower(next)
      if Self.datedEvents.contains(lower) { return year..<(next + 1) }
      guard isName[next] || Self.electionKinds.contains(lower) || text.isJoiningHyphen(next)
      else { return nil }
      next += 1
    }
    return nil
  }

  private func isYear(_ form: String) -> Bool {
    let digits = Array(form.utf8)
    return digits.count == 4 && digits.allSatisfy { (0x30...0x39).contains($0) }
      && (digits[0] == 0x31 || digits[0] == 0x32)
  }

  private static let datedEvents: Set<String> = [
    "election", "elections", "referendum", "olympics", "championship", "championships", "war",
    "summit", "coup", "earthquake", "census",
  ]

  private static let electionKinds: Set<String> = [
    "general", "presidential", "parliamentary", "legislative", "local", "federal", "state",
    "municipal", "gubernatorial", "mayoral", "provincial", "regional", "special", "by", "primary",
    "constitutional", "leadership", "snap", "summer", "winter",
  ]
}
