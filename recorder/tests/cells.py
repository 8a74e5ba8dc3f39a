"""Runs cells in a Jupyter kernel and prints what each put out, as JSON.

    echo '["1 + 1", {"source": "train()", "interrupt": "started"}]' | python3 cells.py

A cell with `interrupt` is interrupted, as by Jupyter's stop button, once it has printed that word.
"""

import json
import os
import sys

from jupyter_client import KernelManager
from nbclient import NotebookClient
import nbformat


def main():
    cells = [one if isinstance(one, dict) else {"source": one} for one in json.load(sys.stdin)]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(one["source"]) for one in cells])
    manager = KernelManager(kernel_name="python3")
    manager.kernel_spec.argv[0] = sys.executable
    client = NotebookClient(notebook, km=manager, timeout=120, allow_errors=True)
    with client.setup_kernel(cwd=os.getcwd()):
        for index, (given, cell) in enumerate(zip(cells, notebook.cells)):
            word = given.get("interrupt")
            said = client.process_message

            def watch(message, *rest, word=word, said=said):
                if word and word in message.get("content", {}).get("text", ""):
                    manager.interrupt_kernel()
                return said(message, *rest)

            client.process_message = watch
            client.execute_cell(cell, index)
            client.process_message = said
    json.dump([cell.outputs for cell in notebook.cells], sys.stdout)


main()
