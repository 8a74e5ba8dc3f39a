"""Writes the tables that faults are planted in: data sets that come inside packages, without missing cells, label last.

    python corpus/data/export.py FOLDER

scikit-learn's iris, wine, breast cancer, digits and diabetes; palmerpenguins' penguins, kept out of every tuning.
"""

import csv
import os
import sys


def tables():
    """(name, header, rows), label last."""
    from sklearn import datasets

    for name in ("iris", "wine", "breast_cancer", "digits", "diabetes"):
        loaded = getattr(datasets, f"load_{name}")()
        header = [str(one).replace(" (cm)", "").replace(" ", "_") for one in loaded.feature_names]
        yield name, [*header, "target"], [[*map(float, x), y] for x, y in zip(loaded.data, loaded.target)]
    try:
        import palmerpenguins
    except ImportError:
        return
    frame = palmerpenguins.load_penguins().dropna()
    numbers = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
    yield "penguins", [*numbers, "target"], frame[[*numbers, "species"]].to_numpy().tolist()


def main(folder):
    os.makedirs(folder, exist_ok=True)
    for name, header, rows in tables():
        with open(os.path.join(folder, f"{name}.csv"), "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)


if __name__ == "__main__":
    main(sys.argv[1])
