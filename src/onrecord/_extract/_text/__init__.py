"""From a text to its sections, sentences, words and noun phrases, with its quotations paired."""
