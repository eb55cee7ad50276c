/// What the words mean that may be chosen from a few, for completion to say beside them.
enum ChoiceDescriptions {
  static let byWord: [String: String] = [
    // How words are given
    "direct": "the speaker's own words, a whole sentence in marks",
    "mixed": "the speaker's own words within a sentence of the desk",
    "indirect": "what was said, in the words of the desk",
    // What is done with a word that introduces speech
    "neutral": "only says that it was said: say, according to",
    "asking": "puts a question: ask, wonder",
    "assertive": "gives it as true or important: insist, underscore",
    "conceding": "grants what another holds: admit, acknowledge",
    "denying": "holds something to be untrue or unacceptable: deny, reject",
    "critical": "finds fault, accuses, regrets: condemn, blame",
    "warning": "points to a danger, or makes one: warn, threaten",
    "demanding": "wants somebody to act: urge, call on",
    "promising": "binds the speaker, or says what is planned: pledge, plan",
    "praising": "finds good, thanks, supports: welcome, commend",
    "belief": "a thought or judgement rather than speech: think, expect",
    "showing": "what papers and facts do rather than people: show, prove",
    // What a name stands for
    "person": "somebody with a name",
    "organisation": "a ministry, party, firm or body of states",
    "place": "a country, town, sea or region",
    "group": "people who belong together",
    "event": "something that takes place",
    "law": "a law, treaty or convention",
    "facility": "a building, harbour, post or road",
    "work": "a book, report or broadcast",
    "other": "a name of none of these kinds",
    // Parts of a session
    "briefing": "each text by itself",
    "section": "each part under a heading",
    "institution": "also whom the person speaks for",
    // Ways in a tour
    "next": "leaves a step out",
    "back": "goes to the step before",
    "stop": "ends it and gives back what was loaded",
    // Formats
    "csv": "a table with commas, for spreadsheets",
    "tsv": "a table with tabs",
    "json": "one JSON array",
    "jsonl": "a JSON object a line",
    "markdown": "a table for a text in Markdown",
    "html": "a page for a browser",
    "table": "as in the terminal",
  ]
}
