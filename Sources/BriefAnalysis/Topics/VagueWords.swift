/// Words that stand in any report.
enum VagueWords {
  /// Words that say nothing of what a text is about, alone or in a phrase.
  static let empty: Set<String> = [
    "able", "according", "bit", "case", "cases", "certain", "clear", "couple", "course", "day",
    "days", "different", "fact", "first", "full", "good", "great", "half", "hour", "hours",
    "important", "issue", "issues", "key", "kind", "last", "later", "like", "likely", "lot",
    "lots", "main", "major", "many", "matter", "matters", "minute", "minutes", "moment", "month",
    "months", "more", "most", "much", "new", "next", "number", "numbers", "old", "other",
    "others", "own", "part", "parts", "past", "people", "percent", "place", "point", "points",
    "possible", "question", "questions", "rest", "same", "second", "several", "sort", "such",
    "sure", "terms", "thing", "things", "third", "time", "times", "today", "tomorrow", "tonight",
    "two", "way", "ways", "week", "weekend", "weeks", "well", "whole", "word", "words", "year",
    "years", "yesterday", "end", "example", "latest", "recent", "early", "earlier", "former",
    "little", "big", "small", "long", "high", "low", "right", "real", "true", "further",
    "something", "anything", "nothing", "everything", "someone", "anyone", "everyone", "nobody",
    "none", "due", "fourth", "fifth", "current", "previous", "additional", "various", "overall",
    "particular", "specific", "general", "similar", "thank", "thanks", "okay", "guy", "guys",
    "significant", "morning", "afternoon", "evening", "night", "decade", "decades", "century",
    "date", "instance", "reason", "reasons", "manner", "regard", "respect", "sense", "bunch",
    "dozen", "dozens", "hundreds", "thousands", "millions", "billions", "amount", "piece",
  ]

  /// Stems of nouns and adjectives that need another word beside them to say something; alone they
  /// are no answer to what a text is about, and two of them together are none either.
  static let all: Set<String> = [
    "ability", "access", "account", "action", "activity", "addition", "address", "advantage",
    "advice", "agenda", "aim", "answer", "approach", "area", "aspect", "attempt", "attention",
    "back", "background", "base", "basis", "benefit", "body", "briefing", "capacity", "cause",
    "challenge", "chance", "change", "character", "choice", "claim", "comment", "commitment",
    "community", "concern", "condition", "consequence", "consideration", "contact", "context",
    "control", "country", "creation", "daily", "deal", "decision", "demand", "detail",
    "development", "difference", "difficulty", "direction", "discussion", "doubt", "effect",
    "effort", "element", "engagement", "entire", "equipment", "event", "evidence", "exchange",
    "expectation", "experience", "face", "factor", "faith", "favor", "favour", "field", "figure",
    "firm", "focus", "followup", "force", "form", "forward", "framework", "friend", "future",
    "gain", "goal", "ground", "group", "growth", "hand", "head", "help", "home", "hope", "idea",
    "impact", "importance", "increase", "information", "interest", "involvement", "item",
    "journalist", "lack", "lead", "leader", "leadership", "level", "life", "light", "line",
    "list", "location", "look", "majority", "man", "manager", "meaning", "means", "measure",
    "meeting", "member", "message", "mind", "move", "movement", "name", "nation", "nature",
    "need", "news", "note", "object", "offer", "official", "operation", "opinion", "opportunity",
    "option", "order", "outcome", "paper", "participation", "partner", "party", "person",
    "personal", "perspective", "picture", "plan", "policy", "position", "practice", "presence",
    "pressure", "problem", "process", "program", "programme", "progress", "project", "proposal",
    "public", "purpose", "range", "rate", "reaction", "record", "relation", "relationship",
    "remark", "report", "reporter", "request", "response", "responsibility", "result", "rise",
    "risk", "role", "room", "rule", "scale", "serious", "service", "set", "sharp", "side",
    "sign", "sincere", "site", "situation", "size", "source", "space", "speech", "spokesman",
    "spokesperson", "spokeswoman", "stage", "stance", "start", "state", "statement", "status",
    "step", "story", "strain", "strategy", "strong", "structure", "stuff", "subject", "success",
    "support", "surge", "system", "table", "target", "task", "team", "topic", "trend", "trip",
    "type", "understanding", "use", "value", "view", "visit", "voice", "woman", "work", "world",
    "call", "conversation", "door", "thought", "term", "speaking", "asking", "mention",
    "behalf", "update", "readout", "colleague", "folk", "reality", "truth", "talking",
    "bottom", "front", "middle", "top", "young", "broad", "broader", "maximum", "core", "ready",
    "temporary", "concrete", "actual", "active", "close", "common", "complete", "wide", "total",
  ]
}
