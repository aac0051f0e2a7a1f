"""Runs or parses the Python files named on standard input, one a line, and answers each with a line of JSON.

`run FILE` tells what the script printed and what it raised; `parse FILE` tells the names it calls and its strings.
"""
import ast
import contextlib
import io
import json
import runpy
import sys
import tokenize
import warnings

import torch

warnings.simplefilter("ignore")
torch.set_num_threads(1)


def run(path):
    printed, error = io.StringIO(), None
    try:
        with contextlib.redirect_stdout(printed):
            runpy.run_path(path, run_name="__main__")
    except Exception as e:
        error = {"type": type(e).__name__, "message": str(e)}
    return {"printed": printed.getvalue().splitlines(), "error": error}


def parse(path):
    try:
        with tokenize.open(path) as file:
            tree = ast.parse(file.read())
    except (SyntaxError, UnicodeDecodeError, ValueError) as e:
        return {"error": {"type": type(e).__name__, "message": str(e)}}
    names = sorted({node.id for node in ast.walk(tree) if isinstance(node, ast.Name)})
    strings = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return {"names": names, "strings": strings, "error": None}


print(json.dumps({"torch": torch.__version__}), flush=True)
for line in sys.stdin:
    verb, path = line.rstrip("\n").split(" ", 1)
    print(json.dumps({"run": run, "parse": parse}[verb](path)), flush=True)
