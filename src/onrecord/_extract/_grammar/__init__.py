"""From one sentence to what it reports: rules for clauses, nouns, passives and asides."""
