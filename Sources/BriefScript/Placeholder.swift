// BriefScript
