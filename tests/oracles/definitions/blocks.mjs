// Building blocks, each the definition as a textbook has it: every window is computed afresh, nothing runs along.
export const isMissing = Number.isNaN;
export const zip = (f, ...series) => series[0].map((_, i) => f(...series.map((values) => values[i])));
export const previous = (x, k = 1) => x.map((_, i) => i >= k ? x[i - k] : NaN);
export const change = (x, k = 1) => zip((now, before) => now - before, x, previous(x, k));

// f of the last n values, oldest first; missing until there are n, and while one of them is missing.
export function windowed(x, n, f) {
  return x.map((_, i) => {
    if (i < n - 1) return NaN;
    const values = x.slice(i - n + 1, i + 1);
    return values.some(isMissing) ? NaN : f(values);
  });
}

// Compensated, so that the oracle's own rounding does not count.
export function total(values) {
  let sum = 0, lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

export const average = (values) => total(values) / values.length;
export const sum = (x, n) => windowed(x, n, total);
export const sma = (x, n) => windowed(x, n, average);
export const highest = (x, n) => windowed(x, n, (values) => Math.max(...values));
export const lowest = (x, n) => windowed(x, n, (values) => Math.min(...values));
export const wma = (x, n) => weighted(x, n, (j) => j + 1);

// Weights by position, 0 the oldest of the window.
export const weighted = (x, n, weight) => windowed(
  x, n, (values) => total(values.map((value, j) => value * weight(j))) / total(values.map((_, j) => weight(j))));

// Exponential mean: the plain mean of the first n values, then alpha of the way to each value; missing ones are skipped.
export function exponential(x, n, alpha) {
  const seed = [];
  let mean = NaN;
  return x.map((value) => {
    if (isMissing(value)) return mean;
    if (seed.length < n) {
      seed.push(value);
      if (seed.length === n) mean = average(seed);
    } else {
      mean += alpha * (value - mean);
    }
    return mean;
  });
}

export const ema = (x, n) => exponential(x, n, 2 / (n + 1));
export const rma = (x, n) => exponential(x, n, 1 / n);
export const squares = (values) => {
  const mean = average(values);
  return total(values.map((value) => (value - mean) ** 2));
};
export const stdev = (x, n) => windowed(x, n, (values) => Math.sqrt(squares(values) / n));
export const meanDeviation = (x, n) => windowed(x, n, (values) => {
  const mean = average(values);
  return average(values.map((value) => Math.abs(value - mean)));
});

// The straight line of least squares through the last n values: its end, slope and the sum of squared residues.
export function fit(values) {
  const n = values.length, middle = (n - 1) / 2, mean = average(values);
  const slope = n === 1 ? 0 : total(values.map((value, j) => (j - middle) * (value - mean)))
    / total(values.map((_, j) => (j - middle) ** 2));
  const at = (j) => mean + slope * (j - middle);
  return { slope, end: at(n - 1), at, residue: total(values.map((value, j) => (value - at(j)) ** 2)) };
}

export const linreg = (x, n, offset = 0) => windowed(x, n, (values) => fit(values).at(n - 1 - offset));
export const trueRange = (bars, countsFirst = true) => bars.map((i) => i === 0
  ? countsFirst ? bars.high[0] - bars.low[0] : NaN
  : Math.max(bars.high[i], bars.close[i - 1]) - Math.min(bars.low[i], bars.close[i - 1]));
export const atr = (bars, n) => rma(trueRange(bars), n);
export const roc = (x, k) => zip((now, before) => before === 0 ? NaN : 100 * (now - before) / before, x, previous(x, k));
export const stoch = (x, high, low, n) => zip(
  (value, top, bottom) => top === bottom ? NaN : 100 * (value - bottom) / (top - bottom), x, highest(high, n), lowest(low, n));

// Running total of what is there from the first bar on.
export function cumulative(x) {
  const terms = [];
  return x.map((value) => {
    terms.push(value);
    return total(terms);
  });
}

export const averages = { SMA: sma, EMA: ema, WMA: wma, Simple: sma, Exponential: ema, Weighted: wma };
export const smoothed = (plot, inputs) => averages[inputs.smoothingLine](plot, inputs.smoothingLength);
