"""YAML → model: text until the model asks, and every value remembers its line."""
