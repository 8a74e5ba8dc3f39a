"""What shap, lime and scikit-learn take on ONNX Runtime for Python: one tool a call, its seconds and those of the processor as JSON.

    python bench/explain_peers.py make|infer|permutation|shap|lime FOLDER THREADS ROWS SAMPLES

`make` trains the model and writes it with its rows; .ci/run says which packages the environment holds.
"""

import json
import os
import sys
import time
import warnings
from pathlib import Path

tool, folder, threads, rows, samples = sys.argv[1], Path(sys.argv[2]), *(int(one) for one in sys.argv[3:])
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[name] = str(threads)
warnings.filterwarnings("ignore")
import numpy  # noqa: E402


def make():
    from onnx import TensorProto, helper, numpy_helper
    from sklearn.neural_network import MLPRegressor

    draw = numpy.random.default_rng(0)
    x = draw.normal(size=(4000, 20)).astype(numpy.float32)
    y = (x[:, 0] * x[:, 1] + numpy.sin(2 * x[:, 2]) + x[:, 3] > 0).astype(int)
    net = MLPRegressor(hidden_layer_sizes=(64, 64), max_iter=60, random_state=0).fit(x[:3000], numpy.eye(2)[y[:3000]])
    weights, nodes, name = [], [], "x"
    for i, (kernel, bias) in enumerate(zip(net.coefs_, net.intercepts_)):
        for kind, one in (("w", kernel), ("b", bias)):
            weights.append(numpy_helper.from_array(one.astype(numpy.float32), f"{kind}{i}"))
        nodes.append(helper.make_node("Gemm", [name, f"w{i}", f"b{i}"], [f"z{i}"]))
        nodes.append(helper.make_node("Softmax" if i == 2 else "Relu", [f"z{i}"], [f"a{i}"]))
        name = f"a{i}"
    ends = [helper.make_tensor_value_info(*one) for one in [("x", TensorProto.FLOAT, ["n", 20]), (name, TensorProto.FLOAT, ["n", 2])]]
    graph = helper.make_graph(nodes, "mlp", ends[:1], ends[1:], weights)
    own = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    (folder / "model.onnx").write_bytes(own.SerializeToString())
    x[3000:].tofile(folder / "rows.f32")
    x[:100].tofile(folder / "background.f32")
    y[3000:].astype(numpy.float32).tofile(folder / "truth.f32")
    return 0, 0


def load(name):
    return numpy.fromfile(folder / f"{name}.f32", dtype=numpy.float32)


def model():
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    session = onnxruntime.InferenceSession(folder / "model.onnx", options, providers=["CPUExecutionProvider"])
    [one] = session.get_inputs()
    f = lambda x: session.run(None, {one.name: x.astype(numpy.float32, copy=False)})[0]  # noqa: E731
    f(load("rows").reshape(-1, 20))
    return f


def timed(work):
    begin, used = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begin, time.process_time() - used


def infer(f, x):
    many = numpy.tile(x, (200, 1))
    f(many)
    return timed(lambda: f(many))


def permutation(f, x):
    from sklearn.inspection import permutation_importance
    from sklearn.metrics import accuracy_score

    truth = load("truth")

    class Wrapped:
        def fit(self, *_):
            return self

        def score(self, rows, wanted):
            return accuracy_score(wanted, f(rows).argmax(1))

    return timed(lambda: permutation_importance(Wrapped(), x, truth, n_repeats=samples, random_state=0))


def shap_permutation(f, x):
    """shap's own permutations: each feature of each row, forwards and backwards once."""
    from shap import PermutationExplainer

    own = PermutationExplainer(f, load("background").reshape(-1, 20))
    own(x[:1], max_evals=samples, silent=True)
    return timed(lambda: own(x, max_evals=samples, silent=True))


def shap(f, x):
    from shap import KernelExplainer

    own = KernelExplainer(f, load("background").reshape(-1, 20))
    own.shap_values(x[:1], nsamples=samples, silent=True)
    return timed(lambda: own.shap_values(x[:rows], nsamples=samples, silent=True))


def lime(f, x):
    from lime.lime_tabular import LimeTabularExplainer

    own = LimeTabularExplainer(x, mode="regression", discretize_continuous=False, feature_selection="none")
    one = lambda row: own.explain_instance(row, lambda a: f(a)[:, 0], num_features=20, num_samples=samples)  # noqa: E731
    one(x[0])
    return timed(lambda: [one(row) for row in x[:rows]])


seconds, processor = make() if tool == "make" else globals()[tool](model(), load("rows").reshape(-1, 20))
print(json.dumps({"tool": tool, "seconds": seconds, "processor": processor}))
