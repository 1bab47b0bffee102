"""Word templates with Jinja tags: compiled paragraph by paragraph, so every fault names its place."""
