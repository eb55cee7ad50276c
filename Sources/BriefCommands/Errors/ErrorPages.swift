import BriefScript

/// The pages of every message that the program has, and how one is found.
public enum ErrorPages {
  /// All of them, by id; those of one id stand together, those of the language first.
  public static let all: [ErrorPage] =
    (ErrorPage.language + ErrorPage.commands + ErrorPage.charts + ErrorPage.files
    + ErrorPage.tableFiles + ErrorPage.briefings + ErrorPage.records + ErrorPage.lessons
    + ErrorPage.editing + ErrorPage.prompt + ErrorPage.hand)
    .enumerated().sorted { ($0.element.id, $0.offset) < ($1.element.id, $1.offset) }
    .map(\.element)

  /// The pages of the message `id`; empty when there is none.
  public static func pages(of id: String) -> [ErrorPage] { all.filter { $0.id == id } }

  /// The id that was probably meant by `word`.
  public static func nearest(to word: String) -> String? {
    let ids = all.map(\.id)
    return Spelling.nearest(to: word, among: ids)
      ?? ids.first { $0.hasPrefix(word.lowercased()) && !word.isEmpty }
  }
}
