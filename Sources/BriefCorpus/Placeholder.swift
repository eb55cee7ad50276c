// BriefCorpus
