"""What an API can be turned into: one package per target."""
