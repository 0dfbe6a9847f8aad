"""From how speakers are printed to who they are."""
