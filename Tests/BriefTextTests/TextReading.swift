import BriefSource
import BriefText

/// The forms of the tokens of `text`.
func tokens(_ text: String) -> [String] {
  let document = Document(Source(name: "test", text: text))
  return (0..<document.tokens.count).map(document.form)
}

/// The sentences of `text` as they stand, in a layout of its own or in the given one.
func sentences(_ text: String, boundaries: [Int] = []) -> [String] {
  let source = Source(name: "test", text: text)
  let document = Document(source, layout: Layout(source), boundaries: boundaries)
  return (0..<document.sentences.count).map {
    source[document.tokens.range(document.sentences[$0])]
  }
}

/// The blocks of `text`: a letter for the marker, `+` after a blank line, and the words.
func blocks(_ text: String) -> [String] {
  let source = Source(name: "test", text: text)
  return Layout(source).blocks.map { block in
    let mark =
      switch block.marker {
      case .none: ""
      case .listItem: "- "
      case .heading(let level): "h\(level) "
      case .blockQuote: "> "
      }
    return mark + source[block.content]
  }
}

/// Texts to damage: of every layout and with every kind of mark the modules know.
let seedTexts: [String] = [
  """
  Key points
  - Talks resume in Geneva on Nov. 14
  - “No change” on visas
  GENEVA (Reuters) - The foreign minister, Dr. Ilse Brandt-Kuhn, said on Friday that her country \
  “will not — and cannot — accept” the U.S. draft. It's the 3rd refusal since Jan. 2024.
  “We've waited … for 18 months,” she told reporters. “Why wait longer?” she asked.
  ‘Ministers' pay’ wasn’t discussed, officials from al-Qa'im said at 12:49 p.m.
  """,
  """
  # Daily briefing

  MS. OKORO: Good afternoon. Let me start with 2 items, e.g. the $1,250.50 grant (up 5%).

  Q   Thanks. On the "road map": when's it due? And who'll sign?

  MS. OKORO: I'm not going to get ahead of that. [Laughter.] See https://example.org/a?b=1.

  > We remain committed to the treaty,
  > and to its verification.

  1. First, the ceasefire.
  2. Second, prisoners.
  """,
  """
  The ministry of water said yesterday that the level of the lake
  had fallen by 3.5 metres since the summer of '98, when the first
  gauge was set up by Mr. J. K. Adeyemi and his colleagues. Nobody
  had expected it, he said: "We thought it would take fifty years."

  The next report is due in March, according to the ministry's web
  page, but may be delayed.
  """,
]
