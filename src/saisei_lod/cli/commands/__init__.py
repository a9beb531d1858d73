"""One module a subcommand, each with a function ``command(language)`` that returns it."""
