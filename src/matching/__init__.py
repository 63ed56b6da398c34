"""Decision support for placing children in care: ranks the homes a child could live in. People decide."""
