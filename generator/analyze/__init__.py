"""Facts about an API: pure functions of the intermediate model."""
