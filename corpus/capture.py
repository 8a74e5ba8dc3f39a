"""Runs a training script and catches what it prints, bars included, without this machine's names."""

import json
import os
import pty
import re
import subprocess
import sys
import termios

import rates

HERE = os.path.dirname(os.path.abspath(__file__))


def run_script(run, folder, printed):
    """Train once; returns what was printed (stdout and stderr as asked) and the result, or None after a crash."""
    result = os.path.join(folder, "result.json")
    command = [rates.python_for(run["script"]), os.path.join(HERE, run["script"]), *run["options"].split()]
    command += ["--output", folder, "--result", result]
    env = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "ignore", "COLUMNS": "120"}
    if not printed:
        subprocess.run(command, env=env, cwd=folder, capture_output=True, check=False)
        text = ""
    elif run["style"] in ("bar", "bars"):
        text = in_terminal(command, env, folder)
    else:
        done = subprocess.run(
            command, env=env, cwd=folder, check=False, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if keeps_stderr(run) else subprocess.PIPE,
        )
        text = done.stdout.decode("utf-8", "replace")
        if done.returncode and "crash" not in run["expect"]:
            sys.exit(f"{run['name']} failed:\n{text}{(done.stderr or b'').decode('utf-8', 'replace')}"[-3000:])
    if not os.path.exists(result):
        return text, None
    with open(result, encoding="utf-8") as f:
        return text, json.load(f)


def keeps_stderr(run):
    """TensorFlow's start-up notes stay in a few logs, as people paste them; PyTorch's stderr always stays."""
    return run["script"].startswith("torch") or run["noise"] or "crash" in run["expect"]


def in_terminal(command, env, folder):
    """Run under a pseudo-terminal, so that bars are drawn as a person sees them."""
    master, slave = pty.openpty()
    mode = termios.tcgetattr(slave)
    mode[1] &= ~termios.ONLCR
    termios.tcsetattr(slave, termios.TCSANOW, mode)
    with subprocess.Popen(command, env=env, cwd=folder, stdin=slave, stdout=slave, stderr=subprocess.DEVNULL) as child:
        os.close(slave)
        parts = []
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:
                break
            if not part:
                break
            parts.append(part)
        child.wait()
    os.close(master)
    return b"".join(parts).decode("utf-8", "replace")


def without_paths(text):
    """Take this machine's folders out of a log."""
    text = re.sub(r"/\S*?/(?=(?:site|dist)-packages/)", ".../", text)
    text = text.replace(HERE + os.sep, "")
    return re.sub(r"/(?:root|work|home|tmp)/[^\s\"':]*/", "", text)


def without_host(folder):
    """Event files carry the machine's name in theirs."""
    for at, _, files in os.walk(folder):
        for name in files:
            plain = re.sub(r"(tfevents\.\d+)\..*?(\.\d+\.\d+\.v2)$", r"\1.machine\2", name)
            os.rename(os.path.join(at, name), os.path.join(at, plain))
