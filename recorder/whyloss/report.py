"""The report of a record, made by the command `whyloss` of Node; found, asked and awaited here, never for long."""

import json
import os
import shlex
import shutil
import subprocess

PATIENCE = 30.0
"""seconds after which the kernel goes on without a report"""

HOW = "npm install -g whyloss"


class NoReport(Exception):
    """Why there is no report, in a sentence."""


def command():
    """The words that call whyloss: $WHYLOSS_COMMAND, the package around this file, the PATH, npx; or None."""
    given = os.environ.get("WHYLOSS_COMMAND")
    if given:
        return shlex.split(given)
    node = shutil.which("node")
    # inside the npm package this folder lies in dist/recorder
    beside = os.path.join(os.path.dirname(__file__), os.pardir, os.pardir, "cli", "main.js")
    if node and os.path.exists(beside):
        return [node, os.path.abspath(beside)]
    found = shutil.which("whyloss")
    if found:
        return [found]
    npx = shutil.which("npx")
    return [npx, "--no-install", "whyloss"] if npx and _installed() else None


def _installed():
    """Whether a folder at or above this one has whyloss among its packages: npx looks there."""
    at = os.getcwd()
    while not os.path.exists(os.path.join(at, "node_modules", ".bin", "whyloss")):
        above = os.path.dirname(at)
        if above == at:
            return False
        at = above
    return True


def bundle(folder, last, language=None, patience=None):
    """The MIME bundle {"text/html", "text/plain"} of the `last` runs recorded in `folder`.

    Raises NoReport where there is none, and passes KeyboardInterrupt on; the command is ended by then in either case.
    """
    words = command()
    if words is None:
        raise NoReport(f"the report needs the whyloss command: {HOW}, then %whyloss")
    patience = patience or float(os.environ.get("WHYLOSS_PATIENCE") or PATIENCE)
    words = [*words, "diagnose", folder, "--format", "notebook", "--last", str(last)]
    if language:
        words += ["--lang", language]
    try:
        done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=patience)
    except subprocess.TimeoutExpired:
        raise NoReport(f"no report within {patience:g} s; try: {shlex.join(words[:-4])}") from None
    except OSError as error:
        raise NoReport(f"{words[0]} cannot be started ({error.strerror})") from None
    try:
        made = json.loads(done.stdout.decode("utf-8"))
        return {mime: str(made[mime]) for mime in ("text/html", "text/plain")}
    except (ValueError, KeyError, TypeError):
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoReport(said[-1][:300] if said else f"{words[0]} ended with {done.returncode} and said nothing") from None
