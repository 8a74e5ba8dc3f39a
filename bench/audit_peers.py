"""What other tools take for the tables of the audit's bench: one tool a call, its seconds and what it found as JSON.

    python bench/audit_peers.py ydata|deepchecks|datalab TRAIN.parquet [VAL.parquet]

Two environments, since they do not go together: `pip install ydata-profiling "cleanlab[datalab]" "setuptools<81"`, and
`pip install deepchecks "scikit-learn==1.3.*" "category-encoders<2.7" "numpy<2" "pandas<2.2" "pyarrow<18" "setuptools<81"`.
"""

import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")


def ydata(train, _):
    from ydata_profiling import ProfileReport

    report = ProfileReport(train, progress_bar=False)
    begin = time.perf_counter()
    report.to_json()
    return time.perf_counter() - begin, {}


def deepchecks(train, val):
    from deepchecks.tabular import Dataset
    from deepchecks.tabular.suites import data_integrity, train_test_validation

    categories = [one for one in train.columns if train[one].dtype == object]
    a, b = (Dataset(one, label="y", cat_features=categories) for one in (train, val))
    begin = time.perf_counter()
    data_integrity().run(a)
    train_test_validation().run(a, b)
    return time.perf_counter() - begin, {}


def datalab(train, _):
    import numpy
    from cleanlab import Datalab
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.model_selection import cross_val_predict

    numbers = train.select_dtypes("number").drop(columns=["y"])
    x = ((numbers - numbers.mean()) / numbers.std()).to_numpy()
    y = train["y"].to_numpy()
    begin = time.perf_counter()
    # the probabilities that it asks of its user, by five folds of boosted trees
    probabilities = cross_val_predict(HistGradientBoostingClassifier(max_iter=40), x, y, cv=5, method="predict_proba")
    lab = Datalab(data={"x": x, "y": y}, label_name="y", verbosity=0)
    kinds = {"label": {}, "outlier": {}, "near_duplicate": {}, "class_imbalance": {}, "null": {}}
    lab.find_issues(pred_probs=probabilities, features=x, issue_types=kinds)
    seconds = time.perf_counter() - begin
    labels = lab.get_issues("label")
    doubted = numpy.flatnonzero(labels["is_label_issue"].to_numpy())
    ranked = doubted[numpy.argsort(labels["label_score"].to_numpy()[doubted])]
    return seconds, {"labels": ranked.tolist()}


def main(tool, *paths):
    import pandas

    train, val = ([pandas.read_parquet(one, engine="pyarrow") for one in paths] + [None])[:2]
    seconds, found = globals()[tool](train, val)
    print(json.dumps({"tool": tool, "seconds": round(seconds, 2), **found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
