"""The front door: what a page may call. Everything it offers is listed in `macros.pages.BLOCKS`."""

from functools import wraps


def define_env(env):
    """Called by mkdocs-macros: give every page the blocks, each knowing the page that calls it."""
    from macros.frame.engine import call_block, set_aside
    from macros.pages import BLOCKS

    for name, block in BLOCKS.items():

        @wraps(block)
        def call(*arguments, _name=name, **named):
            return set_aside(call_block(_name, env.page, arguments, named))

        env.macro(call, name)
