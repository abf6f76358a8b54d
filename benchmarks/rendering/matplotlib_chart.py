"""The same chart with matplotlib: collections for the candles, not one artist each."""
import io
import json
import os
import resource
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402

data = json.load(open(sys.argv[1], encoding="utf-8"))
bars, shown = np.array(data["bars"]), data["shown"]


def strength(closes, length):
    result, up, down = np.full(len(closes), np.nan), 0.0, 0.0
    for i in range(1, len(closes)):
        change, weight = closes[i] - closes[i - 1], min(i, length)
        up += (max(change, 0) - up) / weight
        down += (max(-change, 0) - down) / weight
        if i >= length:
            result[i] = 100 - 100 / (1 + up / down)
    return result


def draw():
    closes = bars[:, 4]
    averages = [np.convolve(closes, np.ones(n) / n, "valid")[-shown:] for n in (20, 50)]
    rsi, seen, x = strength(closes, 14)[-shown:], bars[-shown:], np.arange(shown)
    colors = np.where(seen[:, 4] >= seen[:, 1], "#089981", "#F23645")
    figure, (price, lower) = plt.subplots(
        2, 1, sharex=True, figsize=(8, 6), dpi=100, gridspec_kw={"height_ratios": (3, 1)})
    price.vlines(x, seen[:, 3], seen[:, 2], colors=colors, linewidth=1)
    price.vlines(x, seen[:, 1], seen[:, 4], colors=colors, linewidth=2)
    for values in averages:
        price.plot(x, values, linewidth=1)
    volume = price.twinx()
    volume.bar(x, seen[:, 5], color=colors, alpha=0.5)
    volume.set_ylim(0, seen[:, 5].max() * 5)
    lower.plot(x, rsi, linewidth=1)
    price.grid(True)
    lower.grid(True)
    file = io.BytesIO()
    figure.savefig(file, format="png")
    plt.close(figure)
    return file.getbuffer().nbytes


runs, times = int(os.environ.get("RUNS", "40")), []
for run in range(-5, runs):
    started = time.perf_counter()
    size = draw()
    if run >= 0:
        times.append((time.perf_counter() - started) * 1000)
times.sort()
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
print(f"| matplotlib, 800×600 | {times[runs // 2]:.2f} | {times[0]:.2f} | {size:,} | {memory} MiB |")
