// BriefCommands
