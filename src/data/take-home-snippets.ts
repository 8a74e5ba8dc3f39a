// How each file that the exam writes is loaded, three lines for PyTorch, Keras and scikit-learn each.

export interface Snippet {
  readonly file: string
  readonly what: string
  readonly code: readonly (readonly [framework: string, code: string])[]
}

export const SNIPPETS: readonly Snippet[] = [
  {
    file: 'suspicious-rows.csv',
    what: 'Rows to look at, each with the reason: a label that models doubt, a row apart from all others, equal rows, contradicting rows, near copies. `row` counts from 1 without the header.',
    code: [
      [
        'Any framework',
        `bad = pd.read_csv("suspicious-rows.csv").query("split == 'train' and why == 'label'")
keep = ~train.index.isin(bad["row"] - 1)
train = train[keep]`,
      ],
    ],
  },
  {
    file: 'split.csv',
    what: 'A split in which equal rows, groups, and the near copies that the report shows lie on one side: rows that crossed it are in the training now.',
    code: [
      [
        'Any framework',
        `split = pd.read_csv("split.csv")
parts = {file: rows.set_index("row")["split"] for file, rows in split.groupby("file")}
data["split"] = parts["data.csv"].reindex(data.index + 1).to_numpy()`,
      ],
    ],
  },
  {
    file: 'class-weights.json',
    what: 'A weight a class, n / (K n_k).',
    code: [
      [
        'PyTorch',
        `weights = json.load(open("class-weights.json"))
weight = torch.tensor([weights[str(k)] for k in classes], dtype=torch.float32)
criterion = torch.nn.CrossEntropyLoss(weight=weight)`,
      ],
      [
        'Keras',
        `weights = json.load(open("class-weights.json"))
class_weight = {i: weights[str(k)] for i, k in enumerate(classes)}
model.fit(x, y, class_weight=class_weight)`,
      ],
      [
        'scikit-learn',
        `weights = json.load(open("class-weights.json"))
class_weight = {k: weights[str(k)] for k in classes}
model = LogisticRegression(class_weight=class_weight)`,
      ],
    ],
  },
  {
    file: 'scaler.json',
    what: 'Mean, standard deviation and what to fill a missing cell with, of the training data. `missing_value` is a number that stands for "missing".',
    code: [
      [
        'PyTorch',
        `s = {c: p for c, p in json.load(open("scaler.json")).items() if "mean" in p}
mean, std, fill = ([p[k] for p in s.values()] for k in ("mean", "std", "fill"))
x = torch.tensor(((train[list(s)].fillna(dict(zip(s, fill))) - mean) / std).to_numpy(), dtype=torch.float32)`,
      ],
      [
        'Keras',
        `s = {c: p for c, p in json.load(open("scaler.json")).items() if "mean" in p}
x = train[list(s)].fillna({c: p["fill"] for c, p in s.items()}).to_numpy()
layer = keras.layers.Normalization(mean=[p["mean"] for p in s.values()], variance=[p["std"] ** 2 for p in s.values()])`,
      ],
      [
        'scikit-learn',
        `s = {c: p for c, p in json.load(open("scaler.json")).items() if "mean" in p}
x = train[list(s)].fillna({c: p["fill"] for c, p in s.items()})
x = (x - [p["mean"] for p in s.values()]) / [p["std"] for p in s.values()]`,
      ],
    ],
  },
]
