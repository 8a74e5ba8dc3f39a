"""The frameworks whose trainings are watched: the interpreter that runs each, what it is told, and its versions."""

import functools
import json
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CACHE = os.path.join(os.path.expanduser("~"), ".cache", "whyloss")


def venv(*names):
    """The first interpreter that is there of the environments that `.ci/run` makes, else the first name."""
    paths = [os.path.join(CACHE, name, "bin", "python") for name in names]
    return next((path for path in paths if os.path.exists(path)), paths[0])


KERAS = os.environ.get("CORPUS_KERAS") or venv("keras")
KERAS_2 = os.environ.get("CORPUS_KERAS2") or venv("keras2")
TRAINERS = os.environ.get("CORPUS_TRAINERS") or venv("torch2", "trainers-old")

# name -> (family: which programs and rates are its own, interpreter, what it sees of the surroundings, distributions that train)
FRAMEWORKS = {
    "torch": ("torch", os.environ.get("CORPUS_TORCH") or sys.executable, {}, ("torch", "numpy", "scikit-learn")),
    "keras-tensorflow": ("keras", KERAS, {"KERAS_BACKEND": "tensorflow"}, ("keras", "tensorflow-cpu", "numpy", "scikit-learn")),
    "keras-jax": ("keras", KERAS, {"KERAS_BACKEND": "jax"}, ("keras", "jax", "numpy", "scikit-learn")),
    "keras-torch": ("keras", TRAINERS, {"KERAS_BACKEND": "torch"}, ("keras", "torch", "numpy", "scikit-learn")),
    "keras-2": ("keras", KERAS_2, {}, ("keras", "tensorflow-cpu", "numpy", "scikit-learn")),
    "transformers": ("transformers", TRAINERS, {}, ("transformers", "accelerate", "torch", "numpy", "scikit-learn")),
    "lightning": ("lightning", TRAINERS, {}, ("lightning", "torch", "numpy", "scikit-learn")),
    "accelerate": ("accelerate", TRAINERS, {}, ("accelerate", "torch", "numpy", "scikit-learn")),
    "tensorflow-js": ("tensorflow-js", os.environ.get("CORPUS_NODE") or shutil.which("node") or "node", {},
                      ("@tensorflow/tfjs-core", "@tensorflow/tfjs-layers")),
    "scikit-learn": ("scikit-learn", os.environ.get("CORPUS_SKLEARN") or "/usr/bin/python3", {}, ("scikit-learn", "numpy")),
}


def family(framework):
    """Whose programs and rates a framework shares: one program serves every backend of Keras."""
    return FRAMEWORKS[framework][0]


def interpreter(framework):
    return FRAMEWORKS[framework][1]


def is_node(framework):
    return framework == "tensorflow-js"


# what an interpreter may lack although it is there: the oldest trainers come without Keras
MODULES = {"keras-torch": ("keras", "torch")}


@functools.lru_cache(maxsize=None)
def is_there(framework):
    """Whether its interpreter is on this machine, with the modules that not each has."""
    if shutil.which(interpreter(framework)) is None:
        return False
    names = MODULES.get(framework, ())
    look = f"import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, {names!r})))"
    return not names or subprocess.run([interpreter(framework), "-c", look], check=False).returncode == 0


def environment(framework, record):
    """
    What a training sees of the surroundings: one thread, no colours, its backend, and the recorder where `record` names
    a folder, put in as `whyloss run` puts it in.
    """
    ours = ("WHYLOSS", "CORPUS", "PYTHONPATH", "KERAS_BACKEND", "NODE_OPTIONS")
    env = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    env.update(OMP_NUM_THREADS="1", MKL_NUM_THREADS="1", PYTHONDONTWRITEBYTECODE="1", PYTHONUNBUFFERED="1")
    env.update(TF_NUM_INTRAOP_THREADS="1", TF_NUM_INTEROP_THREADS="1", HF_HUB_OFFLINE="1")
    env.update(FRAMEWORKS[framework][2])
    if record:
        env.update(injection(framework), WHYLOSS_OUT=record)
    return env


def injection(framework):
    """The variables that put the recorder into a process of this framework before the program's own code."""
    if not is_node(framework):
        return {"PYTHONPATH": os.path.join(ROOT, "recorder", "inject")}
    register = os.path.join(ROOT, "dist", "tfjs", "register.cjs")
    if not os.path.exists(register):
        raise RuntimeError("the recorder for Node is not built: npm run build")
    return {"NODE_OPTIONS": f'--require "{register}"'}


def prepare(framework, folder):
    """Lay beside a program what its language cannot fetch itself: for Node the packages, and the data of scikit-learn."""
    if not is_node(framework):
        return
    os.symlink(os.path.join(ROOT, "node_modules"), os.path.join(folder, "node_modules"))
    with open(os.path.join(folder, "data.json"), "w", encoding="utf-8") as f:
        f.write(tables())


@functools.lru_cache(maxsize=None)
def tables():
    """The toy tables as JSON: name -> {"X": rows of columns as they are measured, "y": a class or a number a row}."""
    from sklearn import datasets

    found = {}
    for name in ("digits", "breast_cancer", "iris", "wine", "diabetes"):
        told = {"scaled": False} if name == "diabetes" else {}
        x, y = getattr(datasets, "load_" + name)(return_X_y=True, **told)
        found[name] = {"X": x.round(6).tolist(), "y": y.tolist()}
    return json.dumps(found)


@functools.lru_cache(maxsize=None)
def versions(framework):
    """The versions of what trains, by the name of the distribution."""
    names = FRAMEWORKS[framework][3]
    if is_node(framework):
        return {name: package_version(name) for name in names}
    code = "import json, sys; from importlib import metadata; print(json.dumps({n: metadata.version(n) for n in sys.argv[1:]}))"
    if framework == "torch":  # Debian's distributions bear other versions than their modules
        code = "import json, numpy, sklearn, torch; print(json.dumps({'torch': torch.__version__, 'numpy': numpy.__version__, 'scikit-learn': sklearn.__version__}))"
    done = subprocess.run([interpreter(framework), "-c", code, *names], capture_output=True, check=True)
    return json.loads(done.stdout)


def package_version(name):
    with open(os.path.join(ROOT, "node_modules", name, "package.json"), encoding="utf-8") as f:
        return json.load(f)["version"]
