"""A small neural network of scikit-learn on tables that come with it, epoch by epoch, with a part held out."""

import argparse

import numpy as np
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_wine
from sklearn.metrics import log_loss, mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.preprocessing import StandardScaler

parser = argparse.ArgumentParser()
parser.add_argument("--data", default="digits", choices=["digits", "breast_cancer", "wine", "diabetes"])
parser.add_argument("--hidden", type=int, default=32)
parser.add_argument("--lr", type=float, default=0.003)
parser.add_argument("--epochs", type=int, default=40)
parser.add_argument("--seed", type=int, default=1)
args = parser.parse_args()

loaders = {"digits": load_digits, "breast_cancer": load_breast_cancer, "wine": load_wine, "diabetes": load_diabetes}
X, y = loaders[args.data](return_X_y=True)
regression = args.data == "diabetes"
if regression:
    X, y = load_diabetes(return_X_y=True, scaled=False)
    y = (y - y.mean()) / y.std()
X_train, X_val, y_train, y_val = train_test_split(X, y, test_size=0.25, random_state=args.seed)

scaler = StandardScaler().fit(X_train)
X_train = scaler.transform(X_train)
X_val = scaler.transform(X_val)

settings = dict(
    hidden_layer_sizes=(args.hidden,),
    learning_rate_init=args.lr,
    batch_size=16,
    random_state=args.seed,
)
model = MLPRegressor(**settings) if regression else MLPClassifier(**settings)
print(model)
print("%d examples, %d for validation" % (len(X_train), len(X_val)))

for epoch in range(args.epochs):
    if regression:
        model.partial_fit(X_train, y_train)
        losses = [mean_squared_error(b, model.predict(a)) for a, b in ((X_train, y_train), (X_val, y_val))]
        name = "r2"
    else:
        model.partial_fit(X_train, y_train, classes=np.unique(y))
        losses = [log_loss(b, model.predict_proba(a), labels=model.classes_) for a, b in ((X_train, y_train), (X_val, y_val))]
        name = "acc"
    scores = [model.score(X_train, y_train), model.score(X_val, y_val)]
    print("epoch %d  loss %.4f  val_loss %.4f  %s %.3f  val_%s %.3f" % (epoch + 1, *losses, name, scores[0], name, scores[1]))
