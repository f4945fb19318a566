"""What is generated has tests of its own; ``tests/contract`` runs them where they belong."""

collect_ignore_glob = ["*/expected/*"]
