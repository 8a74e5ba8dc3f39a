"""Makes models, runs them in ONNX Runtime and explains them with shap, lime and scikit-learn, for test/whole/explain.test.ts.

    python test/explain.py FOLDER

Writes the models and, as JSON, what they were asked and what they and their explainers answered.
"""

import json
import sys
import warnings
from pathlib import Path

import numpy
import onnx
import onnxruntime
from lime.lime_tabular import LimeTabularExplainer
from shap import KernelExplainer, LinearExplainer
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType, Int64TensorType
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

warnings.filterwarnings("ignore")
folder = Path(sys.argv[1])
draw = numpy.random.default_rng(0)


def write(name, one):
    (folder / f"{name}.json").write_text(json.dumps(one))


def save(name, model, x, **options):
    path = folder / f"{name}.onnx"
    path.write_bytes(to_onnx(model, x[:1], **options).SerializeToString())
    return path


def runs(path):
    """The output that is looked at, as a function of rows."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    [one] = session.get_inputs()
    output = session.get_outputs()[-1].name
    return lambda x: session.run([output], {one.name: x.astype(numpy.float32)})[0]


def asked(name, x, outputs):
    write(name, {"rows": x.tolist(), "outputs": numpy.asarray(outputs).reshape(len(x), -1).tolist()})


def curved(count, features):
    x = draw.normal(size=(count, features)).astype(numpy.float32)
    return x, x[:, 0] * x[:, 1] + numpy.sin(2 * x[:, 2]) + 0.5 * x[:, 3] - x[:, 4] ** 2 / 2


def converted():
    """What converters of scikit-learn give: several outputs, trees, several inputs, weights in a file beside it."""
    x, y = curved(300, 6)
    classes = numpy.digitize(y, [-1, 0.5])
    own = {"zipmap": False}
    for name, model in [("forest", RandomForestClassifier(20, random_state=0)), ("logistic", LogisticRegression())]:
        model.fit(x, classes)
        asked(name, x, runs(save(name, model, x, options=own))(x))
    save("zipmap", LogisticRegression().fit(x, classes), x)
    net = MLPClassifier(hidden_layer_sizes=(64,), max_iter=50, random_state=0).fit(x, classes)
    asked("beside", x, runs(save("beside", net, x, options=own))(x))
    loaded = onnx.load(folder / "beside.onnx")
    for one in loaded.graph.initializer:
        # only raw bytes can be moved out
        one.CopyFrom(onnx.numpy_helper.from_array(onnx.numpy_helper.to_array(one), one.name))
    onnx.save(loaded, folder / "beside.onnx", save_as_external_data=True, location="beside.data", size_threshold=64)
    columns(x, classes)


def columns(x, classes):
    codes = draw.integers(0, 3, (len(x), 1))
    both = numpy.hstack([x[:, :2], codes])
    parts = ColumnTransformer([("numbers", StandardScaler(), [0, 1]), ("codes", OneHotEncoder(), [2])])
    model = make_pipeline(parts, LogisticRegression()).fit(both, classes)
    kinds = [("a", FloatTensorType([None, 1])), ("b", FloatTensorType([None, 1])), ("code", Int64TensorType([None, 1]))]
    proto = to_onnx(model, initial_types=kinds, options={"zipmap": False})
    (folder / "columns.onnx").write_bytes(proto.SerializeToString())
    session = onnxruntime.InferenceSession(proto.SerializeToString(), providers=["CPUExecutionProvider"])
    feeds = {"a": both[:, :1].astype(numpy.float32), "b": both[:, 1:2].astype(numpy.float32), "code": codes}
    asked("columns", both, session.run(["probabilities"], feeds)[0])


def few():
    """Shapley values of every coalition, and LIME's weights over seeds."""
    x, y = curved(400, 6)
    net = MLPRegressor(hidden_layer_sizes=(32,), max_iter=400, random_state=0).fit(x, y)
    f = runs(save("few", net, x))
    background = x[:30]
    own = KernelExplainer(lambda a: f(a).ravel(), background)
    phi = own.shap_values(x[30:36], silent=True, l1_reg=0)
    weights = []
    for seed in range(12):
        around = LimeTabularExplainer(
            x, mode="regression", discretize_continuous=False, feature_selection="none", random_state=seed
        )
        rows = [around.explain_instance(row, lambda a: f(a).ravel(), num_features=6) for row in x[30:33]]
        weights.append([[dict(row.local_exp[1])[i] for i in range(6)] for row in rows])
    write("few", {"training": x.tolist(), "shap": phi.tolist(), "base": float(own.expected_value), "lime": weights})


def many():
    """Shapley values of drawn coalitions, few and many, and permutation importance."""
    x, y = curved(600, 20)
    net = MLPClassifier(hidden_layer_sizes=(32, 32), max_iter=200, random_state=0).fit(x, y > 0)
    f = runs(save("many", net, x, options={"zipmap": False}))
    own = KernelExplainer(f, x[:100])
    numpy.random.seed(0)
    shap = [numpy.asarray(own.shap_values(x[100:104], nsamples=n, silent=True, l1_reg=0)) for n in (2088, 20_000)]

    class Wrapped:
        def fit(self, *_):
            return self

        def score(self, rows, truth):
            return float(numpy.mean(f(rows).argmax(1) == truth))

    truth = (y > 0).astype(int)
    drops = permutation_importance(Wrapped(), x, truth, n_repeats=30, random_state=0)
    write(
        "many",
        {
            "rows": x.tolist(),
            "truth": truth.tolist(),
            "shap": [one.tolist() for one in shap],
            "drops": drops.importances.tolist(),
        },
    )


def linear():
    x, y = curved(200, 8)
    model = LinearRegression().fit(x, y)
    save("linear", model, x)
    explained = LinearExplainer(model, x[:100]).shap_values(x[100:110])
    write("linear", {"rows": x.tolist(), "weights": model.coef_.tolist(), "shap": explained.tolist()})


converted()
few()
many()
linear()
