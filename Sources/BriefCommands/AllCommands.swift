import BriefScript

/// The commands of the program; this is the only list of them.
public enum AllCommands {
  /// Every command, those that need one working on `session`.
  public static func working(on session: Session) -> CommandSet {
    CommandSet([
      // Session
      AnyCommand(LoadCommand.self, host: session),
      AnyCommand(BriefingsCommand.self, host: session),
      AnyCommand(FocusCommand.self, host: session),
      AnyCommand(CloseCommand.self, host: session),
      AnyCommand(ActorsCommand.self, host: session),
      // Reading
      AnyCommand(ReadCommand.self, host: session),
      AnyCommand(SectionsCommand.self, host: session),
      AnyCommand(SentencesCommand.self, host: session),
      AnyCommand(TokensCommand.self, host: session),
      AnyCommand(ProblemsCommand.self, host: session),
      // Speech
      AnyCommand(QuotesCommand.self, host: session),
      AnyCommand(StatementsCommand.self, host: session),
      AnyCommand(SpeakersCommand.self, host: session),
      AnyCommand(CuesCommand.self, host: session),
      // Content
      AnyCommand(EntitiesCommand.self, host: session),
      AnyCommand(MentionsCommand.self, host: session),
      AnyCommand(WhoCommand.self, host: session),
      AnyCommand(TopicsCommand.self, host: session),
      AnyCommand(DatesCommand.self, host: session),
      AnyCommand(TimelineCommand.self, host: session),
      AnyCommand(KeywordsCommand.self, host: session),
      AnyCommand(SubjectsCommand.self, host: session),
      // Words
      AnyCommand(KwicCommand.self, host: session),
      // Tables
      AnyCommand(SelectCommand.self, host: ()),
      AnyCommand(DropCommand.self, host: ()),
      AnyCommand(RenameCommand.self, host: ()),
      AnyCommand(SortCommand.self, host: ()),
      AnyCommand(TakeCommand.self, host: ()),
      AnyCommand(SkipCommand.self, host: ()),
      AnyCommand(LastCommand.self, host: ()),
      AnyCommand(DistinctCommand.self, host: ()),
      AnyCommand(CountCommand.self, host: ()),
      AnyCommand(JoinCommand.self, host: ()),
      AnyCommand(UnionCommand.self, host: ()),
      AnyCommand(PivotCommand.self, host: ()),
      AnyCommand(ColumnCommand.self, host: ()),
      AnyCommand(DescribeCommand.self, host: ()),
      // Shell
      AnyCommand(ShowCommand.self, host: session),
      AnyCommand(WhyCommand.self, host: session),
      AnyCommand(PrintCommand.self, host: ()),
      AnyCommand(ExportCommand.self, host: ()),
      AnyCommand(HelpCommand.self, host: ()),
      AnyCommand(QuitCommand.self, host: ()),
    ])
  }
}
