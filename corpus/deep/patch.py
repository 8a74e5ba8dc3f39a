"""Changes a program as its owner would have written it wrong: reads the lists of small changes and applies them.

A list, `programs/<program>.changes`, has one section a change:

    [softmax-output]           # a name; `#` begins a comment at the start of a line only
    - return self.head(x)
    + return torch.softmax(self.head(x), dim=1)

`-` lines are taken out, `+` lines put in, `=` lines stay and only say where. Lines that follow each other in a section
follow each other in the program and stand there once; an empty line begins another place. `<a|b|c>` is a value at mild,
middle and strong; `<value>` that of a setting. Indentation counts from the first line that is matched.
"""

import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, "programs")
STRENGTHS = ("mild", "middle", "strong")


def path(program):
    """The file of a program: Python, or JavaScript for Node."""
    stem = os.path.join(PROGRAMS, program)
    return stem + ".mjs" if os.path.exists(stem + ".mjs") else stem + ".py"


def source(program):
    """The text of a program without any change."""
    with open(path(program), encoding="utf-8") as f:
        return f.read()


def changes(program):
    """All changes of a program: name -> places, each a list of (mark, text)."""
    found, name = {}, None
    file = os.path.join(PROGRAMS, program + ".changes")
    if not os.path.exists(file):
        return found
    with open(file, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.rstrip("\n")
            if line.startswith("["):
                name = line.strip()[1:-1]
                if name in found:
                    raise ValueError(f"{file}:{number}: {name} stands there twice")
                found[name] = [[]]
            elif line[:1] in ("-", "+", "="):
                found[name][-1].append((line[0], line[2:]))
            elif not line.strip() and name and found[name][-1]:
                found[name].append([])
            elif line.strip() and not line.startswith("#"):
                raise ValueError(f"{file}:{number}: not understood: {line}")
    return {name: [place for place in places if place] for name, places in found.items()}


def apply(text, places, strength=None, value=None):
    """The text with one change made. Raises ValueError where a place is missing or stands there more than once."""
    for place in places:
        lines = text.split("\n")
        old = [t.strip() for mark, t in place if mark in "-="]
        at = [i for i in range(len(lines)) if [line.strip() for line in lines[i : i + len(old)]] == old]
        if len(at) != 1:
            raise ValueError(f"{len(at)} places instead of one: {old}")
        start = at[0]
        indent = lines[start][: len(lines[start]) - len(lines[start].lstrip())]
        new, row = [], start
        for mark, t in place:
            if mark == "+":
                new.append((indent + filled(t, strength, value)).rstrip())
            else:
                new += [lines[row]] if mark == "=" else []
                row += 1
        text = "\n".join(lines[:start] + new + lines[row:])
    return text


def filled(text, strength, value):
    """Puts the value of the strength, or of the setting, into a line."""
    if value is not None:
        text = text.replace("<value>", str(value))
    graded = re.compile(r"<([^<>|]+)\|([^<>|]+)\|([^<>|]+)>")
    if graded.search(text) and strength is None:
        raise ValueError(f"needs a strength: {text}")
    return graded.sub(lambda m: m.group(1 + STRENGTHS.index(strength)), text)


def graded(program, name):
    """Whether a change has strengths."""
    return any(re.search(r"<[^<>|]+\|[^<>|]+\|[^<>|]+>", t) for place in changes(program)[name] for _, t in place)


def build(program, settings, names, strength=None):
    """
    The program with its settings and changes, and the arguments for what has no `[set NAME]` section. `settings` is
    name -> value; `names` are changes, in order.
    """
    known, text, arguments = changes(program), source(program), []
    for name, value in settings.items():
        if "set " + name in known:
            text = apply(text, known["set " + name], value=value)
        else:
            arguments += ["--" + name, str(value)]
    for name in names:
        if name not in known:
            raise ValueError(f"{program} has no change {name}")
        try:
            text = apply(text, known[name], strength)
        except ValueError as error:
            raise ValueError(f"{program}, {name}: {error}") from None
    return text, arguments
