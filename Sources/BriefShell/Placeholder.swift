// BriefShell
