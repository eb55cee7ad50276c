/// Phrases by which single lines at the head, the foot and between paragraphs are known.
enum LinePhrases {
  /// Whether `line`, in small letters without a closing colon, is a label over key points.
  static func isKeyPointsLabel(_ line: String) -> Bool { keyPointsLabels.contains(line) }

  /// Whether `line`, in small letters, belongs to the page and not to the text.
  static func isFurniture(_ line: String) -> Bool {
    if furnitureLines.contains(line) { return true }
    if furnitureStarts.contains(where: { line.hasPrefix($0) }) { return true }
    if line.utf8.count < 120, furnitureEnds.contains(where: { line.hasSuffix($0) }) { return true }
    // A row of marks: "* * *", "___", "-30-".
    return line.utf8.count <= 24
      && line.utf8.allSatisfy { byte in
        byte <= 0x20 || (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte)
          || (0x5B...0x60).contains(byte) || (0x7B...0x7E).contains(byte)
      }
  }

  /// Whether `line`, in small letters, is the whole byline of an unnamed author.
  static func isDeskByline(_ line: String) -> Bool { deskBylines.contains(line) }

  /// Whether `word`, in small letters, occurs in the names of rooms and places of meeting.
  static func isVenueWord(_ word: String) -> Bool { venueWords.contains(word) }

  /// Whether `word`, in small letters, says that a line is a title: "briefing", "remarks".
  static func isTitleWord(_ word: String) -> Bool { titleWords.contains(word) }

  /// The outlet that a line in small letters names and nothing else.
  static func isOutlet(_ line: String) -> Bool { outlets.contains(line) }

  private static let keyPointsLabels: Set<String> = [
    "key points", "key point", "keypoints", "highlights", "key highlights", "in short", "in brief",
    "at a glance", "summary", "key takeaways", "takeaways", "main points", "key facts",
    "what to know", "quick read", "in a nutshell", "tl;dr", "key developments", "the gist",
    "top points", "points to note", "what we know", "the main points", "the key points",
    "essentials", "the essentials", "key messages", "bullet points", "story highlights",
    "in summary",
    "briefly", "the bottom line", "five things to know", "synopsis", "key findings",
  ]

  private static let furnitureLines: Set<String> = [
    "share", "share this", "share this article", "advertisement", "sponsored", "end", "ends",
    "-end-", "– end –", "- end -", "(end)", "[end]", "(ends)", "### end", "more", "(more)",
    "-more-", "continue reading", "story continues below", "subscribe", "sign up", "log in",
    "comments", "print", "email", "back to top", "most read", "trending", "end transcript",
    "end of transcript", "listen to this article", "save", "copy link", "tweet", "-30-", "– 30 –",
    "editor's picks", "editor’s picks", "recommended", "related articles", "related stories",
  ]

  private static let furnitureStarts = [
    "read more:", "read more ", "read also", "also read", "read:", "read next", "related:",
    "see also:", "more on this", "more:", "watch:", "listen:", "photo:", "photos:", "photo by",
    "photo credit", "image:", "image credit", "picture:", "file photo", "credit:", "video:",
    "follow us", "sign up for", "subscribe to", "click here", "(reporting by", "reporting by ",
    "(editing by", "editing by ", "(writing by", "copyright ", "©", "all rights reserved",
    "published in ", "share on", "join our", "download the", "(photo", "[photo", "advertisement",
    "this article was originally", "this story was originally", "originally published",
    "___", "source:", "tags:", "https://", "http://", "www.",
  ]

  private static let furnitureEnds = [
    "getty images", "/getty images)", "/ap)", "/afp)", "/reuters)", "(file photo)", "/file",
    "ap photo", "all rights reserved", "all rights reserved.",
  ]

  private static let deskBylines: Set<String> = [
    "staff report", "staff reporter", "our correspondent", "from our correspondent",
    "by our correspondent", "our staff reporter", "by our staff reporter", "web desk", "news desk",
    "monitoring desk", "agencies", "from agencies", "our diplomatic correspondent",
    "special correspondent", "our special correspondent", "by staff reporter", "by staff writer",
    "staff writer", "by web desk", "by news desk", "correspondent", "a correspondent",
  ]

  private static let venueWords: Set<String> = [
    "room", "office", "hotel", "house", "palace", "hall", "center", "centre", "building", "embassy",
    "airport", "aboard", "via", "teleconference", "auditorium", "headquarters", "garden", "lawn",
    "court", "route", "base", "library", "museum", "theater", "theatre", "terminal", "tarmac",
    "residence", "chancellery", "school", "university", "plaza", "complex", "suite", "ballroom",
    "colonnade", "camp", "gardens",
  ]

  private static let titleWords: Set<String> = [
    "briefing", "remarks", "statement", "transcript", "readout", "gaggle", "press", "interview",
    "speech", "conference", "communiqué", "communique", "declaration", "release", "address",
    "briefings", "answers",
  ]

  private static let outlets: Set<String> = [
    "reuters", "ap", "the associated press", "associated press", "afp", "agence france-presse",
    "upi", "dpa", "xinhua", "tass", "anadolu agency", "app", "pti", "ani", "kyodo news", "efe",
    "ansa", "bloomberg", "bbc news", "bbc", "cnn", "al jazeera", "the guardian", "dawn",
    "the new york times", "the washington post", "the express tribune", "the news international",
    "geo news", "the hindu", "the times of india", "financial times", "the wall street journal",
    "politico", "deutsche welle", "dw", "france 24", "the times", "the telegraph", "nbc news",
    "cbs news", "abc news", "usa today", "npr", "the economist", "le monde", "ary news", "samaa",
  ]
}
