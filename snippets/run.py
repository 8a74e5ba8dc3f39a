# Runs the snippets that are named, all in one process, and prints a line of JSON for each: its path, seconds and error.
import contextlib
import json
import runpy
import sys
import time
import traceback

for path in sys.argv[1:]:
    start, error = time.monotonic(), None
    try:
        with contextlib.redirect_stdout(sys.stderr):
            runpy.run_path(path, run_name="__main__")
    except BaseException:
        error = traceback.format_exc()
    seconds = round(time.monotonic() - start, 3)
    print(json.dumps({"path": path, "seconds": seconds, "error": error}), flush=True)
