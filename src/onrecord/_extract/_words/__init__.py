"""From words to what the rules know of them: the lexicon of cues, closed classes, titles."""
