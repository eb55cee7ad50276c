/// Passages written for the tests, with the quotations and speakers a reader finds in them.
enum QuotePassages {
  /// Every passage.
  static var all: [String] { cues + marks + continued + unspoken + longer + reported }

  /// The cue stands after, before or between.
  static let cues = [
    "[1|“The border will stay open,”] said {1:Nadia Karim}.",
    "[1|“The border will stay open,”] {1:Karim} said on Monday.",
    "[1|“The border will stay open,”] {1:she} told reporters in Geneva.",
    "[1|“Who gains from this?”] asked {1:the minister}.",
    "[1|“Who gains from this?”] {1:Karim} asked.",
    "[1|“We are not at war!”] {1:the spokesman} shouted.",
    "[1|“The border will stay open,”] {1:Karim}, the interior minister, said.",
    "[1|“The border will stay open,”] {1:Karim}, 54, told the assembly.",
    "[1|“The border will stay open,”] {1:Karim}, who took office in May, said.",
    "[1|“The border will stay open,”] said {1:Nadia Karim}, the interior minister, in a statement.",
    "[1|“The border will stay open,”] according to {1:Karim}.",
    "[1|“It is over,”] {1:the ambassador} retorted.",
    "{1:Karim} said: [1|“The border will stay open.”]",
    "{1:Karim} said, [1|“The border will stay open.”]",
    "{1:Karim} told reporters on Friday that [1|“the border will stay open”] for traders.",
    "{1:The ministry} said in a statement that it was [1|“deeply concerned by the shelling.”]",
    "{1:Karim} warned that there had been [1|“a steep rise in smuggling”] since March.",
    "{1:Karim} praised the observers for their [1|“patient work”] in the valley.",
    "{1:Karim} accused the army of [1|“an open breach of the truce.”]",
    "[1|“The truce holds,”] {1:Karim} said, [1|“but it holds by a thread.”]",
    "[1|“The truce,”] said {1:Karim}, [1|“holds by a thread.”]",
    "{1:Karim} rejected the report, describing it as [1|“a heap of rumours.”]",
    "{1:Karim} flew home early, saying [1|“the talks have run their course.”]",
    "According to {1:Karim}, the plan was [1|“dead before it was born.”]",
    "The plan, {1:Karim} said, was [1|“dead before it was born.”]",
    "{1:Islamabad} contends that the talks brought no [1|“concrete and lasting steps”] at all.",
    "{1:The Foreign Office} maintains that the camps are [1|“a danger to both countries.”]",
    "{1:Officials in Doha} said the offer was [1|“still on the table.”]",
    "{1:A spokesman for the ministry} said the offer was [1|“still on the table.”]",
    "{1:Two officials} said the offer was [1|“still on the table.”]",
    "{1:Karim}: [1|“We will not wait another year.”]",
    "But {1:Karim} has repeatedly said the army [1|“cannot be everywhere at once.”]",
    "{1:Karim} later added that [1|“nothing has been signed and nothing agreed.”]",
    "{1:A reporter for Agence Nord-Sud} called it [1|“absolute chaos.”]",
    "After Malik spoke, {1:Karim} shot back: [1|“Nobody asked the valley.”]",
    "When Malik said the road was safe, {1:Karim} replied, [1|“Nobody asked the valley.”]",
    "{1:She} did not say when, but insisted that [1|“the day will come.”]",
  ]

  /// The marks themselves.
  static let marks = [
    "[1|\"The border will stay open,\"] said {1:Karim}.",
    "[1|‘The border will stay open to traders,’] said {1:Karim}.",
    "[1|'The border will stay open to traders,'] said {1:Karim}.",
    "[1|''The border will stay open,''] said {1:Karim}.",
    "[1|„The border will stay open,“] said {1:Karim}.",
    "[1|«The border will stay open,»] said {1:Karim}.",
    "[1|“She told me ‘never again’ and left,”] said {1:Karim}.",
    "[1|‘It’s the ministers’ job to answer the assembly’s questions,’] said {1:Karim}.",
    "India’s envoy can’t attend the ministers’ meeting; it’s the ’90s rock ’n’ roll of diplomacy.",
    "The Taliban's envoy can't attend the ministers' meeting in '98 or the rock 'n' roll show.",
    "{1:Karim} called the plan [1|‘a gift to smugglers everywhere’] and left the room.",
    "{1:Karim} said: [1|“The border will stay open, and that is all for today.]",
    "The door was 6'2\" high and 3'1\" wide, the guide wrote.",
    "[1|“Stay,”] said {1:Karim}. [2|“Go,”] said {2:Malik}.",
  ]

  /// Speech that goes on without a cue of its own.
  static let continued = [
    "[1|“The truce holds,”] {1:Karim} said. [1|“It holds by a thread.”]",
    "[1|“The truce holds. It holds by a thread,”] {1:Karim} said. [1|“Ask me again tomorrow.”]",
    "{1:Karim} said the truce was fragile. [1|“It holds by a thread and by good luck.”]",
    """
    [1|“The truce holds,”] {1:Karim} said.

    [1|“It holds by a thread. Nobody should lean on it.”]
    """,
    """
    [1|“The truce holds,”] {1:Karim} said. [1|“It holds by a thread.]

    [1|“Nobody should lean on it.”]
    """,
    """
    [1|“The truce holds and will go on holding.]

    [1|“Nobody should lean on it,”] {1:Karim} said.
    """,
    """
    {1:Karim} took the floor last and went on to say:

    [1|“Nobody should lean on this truce, least of all those who wrote it.”]
    """,
    """
    In her closing words, {1:the minister} said:

    [1|“Nobody should lean on this truce, least of all those who wrote it.”]
    """,
  ]

  /// Names in marks that nobody says.
  static let unspoken = [
    "The film “The Long Road Home” opens in Lahore next month.",
    "The so-called [-|“green line”] runs through the old town.",
  ]

  /// Several sentences and paragraphs, with pronouns, headings and key points.
  static let longer = [
    """
    Nadia Karim opened the border on Monday. [1|“Trade is not a weapon,”] {1:she} said.
    """,
    """
    The minister arrived late. {1:He} blamed the weather, calling it [1|“a worthy enemy.”]
    """,
    """
    Key Points
    - Border stays open
    - Talks resume in [-|“a matter of weeks”]
    GENEVA: The border will stay open, {1:Nadia Karim} said. [1|“Trade is not a weapon.”]
    """,
    """
    GENEVA: The talks between the two sides resumed on Monday after a break of a month.
    {1:Spokespersn} also gave a warning
    [1|“Nobody should lean on this truce, least of all those who wrote it.”]
    The hall emptied slowly.
    """,
    """
    GENEVA: The talks between the two sides resumed on Monday after a break of a month.
    [1|‘India’s boycott won’t stop us’]
    [1|“The boycott will not stop the hearing,”] {1:Karim} said, while thanking the hosts.
    The hall emptied slowly.
    """,
    "[1|“Stay calm,”] {1:Karim} said. [2|“Stay home,”] {2:Malik} said. [2|“Stay out of it.”]",
  ]

  /// Reports without marks.
  static let reported = [
    "{1:Karim} said <1|that the border would stay open>.",
    "<1|The border will stay open>, {1:Karim} said.",
    "According to {1:the ministry}, <1|the border will stay open until June>.",
    "{1:The minister} confirmed <1|that two patrols had crossed the river>.",
    "{1:Karim} claimed <1|that nobody had been told>.",
    "{1:Malik} said <1|the army had no orders to move>.",
  ]
}
