"""Trains in NumPy, from the documentation alone: a problem in JSON on standard input, its parameters out.

Layers are tanh, the last one sigmoid; J is the squared error, averaged over the samples of a batch.
The gradient is written for whole batches as matrices, the optimizers as PyTorch's documentation has them.
"""
import json
import sys
import numpy as np

problem = json.load(sys.stdin)
x, y = np.array(problem["x"]), np.array(problem["y"])
theta = [np.array(a, dtype=float) for pair in zip(problem["weights"], problem["biases"]) for a in pair]
state = [np.zeros_like(a) for a in theta], [np.zeros_like(a) for a in theta]
MASK = (1 << 64) - 1


def mix(z):
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & MASK
    return z ^ (z >> 31)


def order(seed, epoch, n):
    places, s = list(range(n)), mix((mix(seed) + epoch) & MASK)
    for i in range(n - 1, 0, -1):
        s = (s + 0x9E3779B97F4A7C15) & MASK
        j = mix(s) * (i + 1) >> 64
        places[i], places[j] = places[j], places[i]
    return places


def gradient(x, y):
    z = [x]
    for w, b in zip(theta[::2], theta[1::2]):
        p = z[-1] @ w.T + b
        z.append(np.tanh(p) if len(z) < len(theta) // 2 else 1 / (1 + np.exp(-p)))
    d = 2 * (z[-1] - y) * z[-1] * (1 - z[-1]) / len(x)
    gradients = []
    for l in reversed(range(len(theta) // 2)):
        gradients = [d.T @ z[l], d.sum(axis=0)] + gradients
        d = (d @ theta[2 * l]) * (1 - z[l] ** 2)
    return gradients


def step(t, gradients, o):
    for i, g in enumerate(gradients):
        if o["type"] == "adam":
            state[0][i] = o["beta1"] * state[0][i] + (1 - o["beta1"]) * g
            state[1][i] = o["beta2"] * state[1][i] + (1 - o["beta2"]) * g**2
            m, v = state[0][i] / (1 - o["beta1"] ** t), state[1][i] / (1 - o["beta2"] ** t)
            theta[i] = theta[i] - o["lr"] * m / (np.sqrt(v) + o["eps"])
        else:
            g = g + o["decay"] * theta[i]
            state[0][i] = g if t == 1 else o["momentum"] * state[0][i] + g
            g = g + o["momentum"] * state[0][i] if o["nesterov"] else state[0][i]
            theta[i] = theta[i] - o["lr"] * g


t = 0
for epoch in range(problem["epochs"]):
    places = order(problem["seed"], epoch, len(x))
    for start in range(0, len(x), problem["batch"]):
        t += 1
        batch = places[start : start + problem["batch"]]
        step(t, gradient(x[batch], y[batch]), problem["optimizer"])
print("\n".join(repr(float(v)) for a in theta for v in a.ravel()))
