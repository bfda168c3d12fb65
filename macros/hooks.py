"""MkDocs' door.

MkDocs loads this file by its path, as a second module, once per process: it keeps no data and hands
over.
"""

import errno
import gc
import logging
import os
import socket
import sys
from importlib import import_module
from pathlib import Path

import mkdocs_macros.context
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

# Nearly all that a build makes lives until its end: looking for garbage takes 7 % of it.
gc.set_threshold(50_000)
# It asks git twelve times what no page shows, and waits for ever for a git that hangs.
mkdocs_macros.context.get_git_info = dict
# What is wrong with a disk, and not with the program.
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
serving = False
code = {}


def _forget_old_code():
    """`serve` keeps modules alive: an edit of macros/ must show.

    While none of them is edited they stay, with what they have read and made.
    """
    global code
    now = {file: file.stat().st_mtime_ns for file in Path(__file__).parent.rglob("*.py")}
    if now != code:
        for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
            del sys.modules[name]
    code = now


def _engine():
    return import_module("macros.frame.engine")


def on_startup(command, dirty):
    """Remember whether this is `serve`, which must outlive an editor's mistakes; let the log say
    what concerns editors.
    """
    global serving
    serving = command == "serve"
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: not any(os.strerror(number) in record.getMessage() for number in FULL)
    )
    # It lists every macro in every build, and hides what an editor should read.
    logging.getLogger("mkdocs.plugins.mkdocs_macros.util").setLevel(logging.WARNING)


@event_priority(100)
def on_config(config):
    """Judge the data before mkdocs-macros imports the package, and before MkDocs empties the site
    folder.
    """
    if serving and not code:
        _try_to_listen(config.dev_addr)  # before the first build, which takes a second
    _forget_old_code()
    _engine().start(config)
    _stop()
    if _engine().current.errors:
        config.nav = None  # the generated pages will be missing


def on_files(files, config):
    """Add what is made from data, once mkdocs-macros is set up and shut in."""
    _engine().shut(config)
    _engine().add_generated(files, config)
    return files


def on_page_content(html, page, config, files):
    """Markdown is done: the page gets its blocks."""
    return _engine().put_back(html, page)


def on_env(env, config, files):
    """Every page is read and none is written: the last moment to stop with all problems at once."""
    _stop()
    if _engine().current.found:
        print(f"\n{_engine().summary().strip()}", file=sys.stderr)
    if _engine().current.errors:
        _engine().show_problems(files)
    _engine().protect(env, config, files)


def on_page_context(context, page, config, nav):
    """Tell the frame's templates where the page lies."""
    context.update(_engine().place_page(page))
    return context


def on_post_page(output, page, config):
    """Mend what Material writes outside of its template's blocks."""
    return import_module("macros.frame.material").mend(output)


def on_post_template(output_content, template_name, config):
    """The same for the page of a wrong address, which is no page to MkDocs."""
    if template_name.endswith(".html"):
        return import_module("macros.frame.material").mend(output_content)
    return output_content


def on_serve(server, config, builder):
    """The pages' policy must know the script that MkDocs adds to reload them."""
    server.set_app(_engine().admit_reload(server.get_app()))


def on_build_error(error):
    """A disk that is full is no fault of the program: it gets a line, which stands for the engine's
    own, and no traceback.
    """
    if isinstance(error, OSError) and error.errno in FULL and not serving:
        raise Abort(f"Nettstedet kan ikke skrives ({_reason(error)}). Rydd plass, og bygg på nytt.")


def _try_to_listen(address):
    """An address that is taken is said in one line."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        socket.create_server(address, family=family).close()
    except OSError as error:
        raise Abort(
            f"Adressen {address} kan ikke brukes ({_reason(error)}). Kjører tjeneren alt? Ellers"
            " velger du en annen adresse: make serve ADDRESS=127.0.0.1:8001"
        ) from None


def _reason(error):
    return import_module("macros.problems").reason(error)


def _stop():
    if _engine().current.errors and not serving:
        raise Abort(_engine().summary())
