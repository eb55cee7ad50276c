import BriefScript

/// The commands of the program; this is the only list of them.
///
/// The words stand here beside the types so that a command is declared only when it is used.
public enum AllCommands {
  /// Every command, those that need one working on `session`.
  public static func working(on session: Session) -> CommandSet {
    CommandSet([
      // Session
      AnyCommand("load", LoadCommand.self, host: session),
      AnyCommand("briefings", BriefingsCommand.self, host: session),
      AnyCommand("focus", FocusCommand.self, host: session),
      AnyCommand("close", CloseCommand.self, host: session),
      AnyCommand("actors", ActorsCommand.self, host: session),
      AnyCommand("save", SaveCommand.self, host: session),
      AnyCommand("restore", RestoreCommand.self, host: session),
      AnyCommand("sessions", SessionsCommand.self, host: session),
      // Reading
      AnyCommand("read", ReadCommand.self, host: session),
      AnyCommand("sections", SectionsCommand.self, host: session),
      AnyCommand("sentences", SentencesCommand.self, host: session),
      AnyCommand("tokens", TokensCommand.self, host: session),
      AnyCommand("problems", ProblemsCommand.self, host: session),
      // Speech
      AnyCommand("quotes", QuotesCommand.self, host: session),
      AnyCommand("statements", StatementsCommand.self, host: session),
      AnyCommand("speakers", SpeakersCommand.self, host: session),
      AnyCommand("cues", CuesCommand.self, host: session),
      // Content
      AnyCommand("entities", EntitiesCommand.self, host: session),
      AnyCommand("mentions", MentionsCommand.self, host: session),
      AnyCommand("who", WhoCommand.self, host: session),
      AnyCommand("topics", TopicsCommand.self, host: session),
      AnyCommand("dates", DatesCommand.self, host: session),
      AnyCommand("timeline", TimelineCommand.self, host: session),
      AnyCommand("keywords", KeywordsCommand.self, host: session),
      AnyCommand("subjects", SubjectsCommand.self, host: session),
      // Words
      AnyCommand("kwic", KwicCommand.self, host: session),
      // By hand
      AnyCommand("quiz", QuizCommand.self, host: session),
      AnyCommand("annotate-by-hand", AnnotateCommand.self, host: session),
      AnyCommand("agree", AgreeCommand.self, host: session),
      AnyCommand("fix", FixCommand.self, host: session),
      AnyCommand("fixes", FixesCommand.self, host: session),
      // Tables
      AnyCommand("open", OpenCommand.self, host: session.tableFiles),
      AnyCommand("select", SelectCommand.self, host: ()),
      AnyCommand("drop", DropCommand.self, host: ()),
      AnyCommand("rename", RenameCommand.self, host: ()),
      AnyCommand("sort", SortCommand.self, host: ()),
      AnyCommand("take", TakeCommand.self, host: ()),
      AnyCommand("skip", SkipCommand.self, host: ()),
      AnyCommand("one", OneCommand.self, host: ()),
      AnyCommand("last", LastCommand.self, host: ()),
      AnyCommand("distinct", DistinctCommand.self, host: ()),
      AnyCommand("count", CountCommand.self, host: ()),
      AnyCommand("join", JoinCommand.self, host: ()),
      AnyCommand("union", UnionCommand.self, host: ()),
      AnyCommand("pivot", PivotCommand.self, host: ()),
      AnyCommand("column", ColumnCommand.self, host: ()),
      AnyCommand("describe", DescribeCommand.self, host: ()),
      AnyCommand("records", RecordsCommand.self, host: ()),
      // Charts
      AnyCommand("bar", BarCommand.self, host: ()),
      AnyCommand("line", LineCommand.self, host: ()),
      AnyCommand("spark", SparkCommand.self, host: ()),
      AnyCommand("dispersion", DispersionCommand.self, host: session),
      // Shell
      AnyCommand("show", ShowCommand.self, host: session),
      AnyCommand("why", WhyCommand.self, host: session),
      AnyCommand("print", PrintCommand.self, host: ()),
      AnyCommand("export", ExportCommand.self, host: ()),
      AnyCommand("copy", CopyCommand.self, host: session),
      AnyCommand("history", HistoryCommand.self, host: session),
      AnyCommand("keep", KeepCommand.self, host: session),
      AnyCommand("log", LogCommand.self, host: session),
      AnyCommand("set", SetCommand.self, host: session),
      AnyCommand("edit", EditCommand.self, host: ()),
      AnyCommand("help", HelpCommand.self, host: session),
      AnyCommand("tour", TourCommand.self, host: session),
      AnyCommand("quit", QuitCommand.self, host: ()),
      // Lessons
      AnyCommand("lesson", LessonCommand.self, host: session),
      AnyCommand("hint", HintCommand.self, host: session),
      AnyCommand("answer", AnswerCommand.self, host: session),
      AnyCommand("back", BackCommand.self, host: session),
      AnyCommand("progress", ProgressCommand.self, host: session),
      AnyCommand("grade", GradeCommand.self, host: session),
    ])
  }
}
