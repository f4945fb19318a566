"""The intermediate model: what a document says, in OpenAPI's own words, frozen and resolved."""
