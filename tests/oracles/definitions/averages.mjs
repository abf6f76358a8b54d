// Averages drawn on prices.
import {
  average, averages, ema, exponential, isMissing, linreg, rma, sma, smoothed, sum, total, weighted, windowed, wma, zip,
} from './blocks.mjs';

const several = (...keys) => (bars, inputs) => Object.fromEntries(
  keys.map((key, i) => [`Plot ${i + 1}`, averages[inputs.method](bars.close, inputs[key])]));
const withSmoothing = (f) => (bars, inputs) => {
  const plot = f(bars[inputs.source], inputs.length);
  return { Plot: plot, 'Smoothed MA': smoothed(plot, inputs) };
};

// A mark where the sign of the difference changes.
export function crosses(a, b) {
  let side = 0;
  return a.map((value, i) => {
    const now = Math.sign(value - b[i]);
    if (isMissing(now) || now === 0) return NaN;
    const crossed = side !== 0 && now !== side;
    side = now;
    return crossed ? value : NaN;
  });
}

export function hull(x, n) {
  const half = wma(x, Math.max(Math.floor(n / 2), 1)), whole = wma(x, n);
  return wma(zip((h, w) => 2 * h - w, half, whole), Math.floor(Math.sqrt(n)));
}

// Kaufman: from the n-th value on, which is the seed.
function adaptive(x, n, fast, slow) {
  let k = NaN;
  return x.map((value, i) => {
    if (i === n - 1) k = value;
    if (i >= n) {
      const path = total(x.slice(i - n + 1, i + 1).map((v, j) => Math.abs(v - x[i - n + j])));
      const ratio = path === 0 ? 0 : Math.abs(value - x[i - n]) / path;
      k += (ratio * (2 / (fast + 1) - 2 / (slow + 1)) + 2 / (slow + 1)) ** 2 * (value - k);
    }
    return k;
  });
}

function mcGinley(x, n) {
  let m = NaN;
  return x.map((value, i) => {
    if (i === n - 1) m = average(x.slice(0, n));
    else if (i >= n) m += (value - m) / (n * (value / m) ** 4);
    return m;
  });
}

const doubled = (x, n) => {
  const once = ema(x, n), twice = ema(once, n);
  return zip((a, b) => 2 * a - b, once, twice);
};
const tripled = (x, n) => {
  const once = ema(x, n), twice = ema(once, n), thrice = ema(twice, n);
  return zip((a, b, c) => 3 * (a - b) + c, once, twice, thrice);
};

export default {
  'Moving Average': withSmoothing(sma),
  'Moving Average Exponential': withSmoothing(ema),
  'Moving Average Weighted': (bars, i) => ({ Plot: wma(bars[i.in_1], i.in_0) }),
  'Smoothed Moving Average': (bars, i) => ({ Plot: rma(bars[i.in_1], i.in_0) }),
  'Hull Moving Average': (bars, i) => ({ Plot: hull(bars.close, i.in_0) }),
  'Double EMA': (bars, i) => ({ Plot: doubled(bars.close, i.in_0) }),
  'Triple EMA': (bars, i) => ({ Plot: tripled(bars.close, i.in_0) }),
  'VWMA': (bars, i) => ({
    Plot: zip((a, b) => b === 0 ? NaN : a / b, sum(zip((p, v) => p * v, bars.close, bars.volume), i.in_0), sum(bars.volume, i.in_0)),
  }),
  'Arnaud Legoux Moving Average': (bars, i) => ({
    Plot: weighted(bars.close, i.in_0, (j) => {
      const centre = i.in_1 * (i.in_0 - 1), width = i.in_0 / i.in_2;
      return Math.exp(-((j - centre) ** 2) / (2 * width * width));
    }),
  }),
  'Least Squares Moving Average': (bars, i) => ({ Plot: linreg(bars.close, i.in_0, i.in_1) }),
  'Linear Regression Curve': (bars, i) => ({ Plot: linreg(bars.close, i.in_0) }),
  'Moving Average Adaptive': (bars, i) => ({ 'Plot 1': adaptive(bars.close, i.periods, 2, 30) }),
  'Moving Average Hamming': (bars, i) => ({
    'Plot 1': i.periods === 1
      ? bars.close
      : weighted(bars.close, i.periods, (j) => 0.54 - 0.46 * Math.cos(2 * Math.PI * j / (i.periods - 1))),
  }),
  'McGinley Dynamic': (bars, i) => ({ Plot: mcGinley(bars.close, i.in_0) }),
  'Moving Average Double': several('firstPeriods', 'secondPeriods'),
  'Moving Average Triple': several('firstPeriods', 'secondPeriods', 'thirdPeriods'),
  'Moving Average Multiple': several(
    'firstPeriods', 'secondPeriods', 'thirdPeriods', 'fourthPeriods', 'fifthPeriods', 'sixthPeriods'),
  'Moving Average Channel': (bars, i) => ({ Upper: sma(bars.high, i.in_0), Lower: sma(bars.low, i.in_1) }),
  'MA Cross': (bars, i) => {
    const short = sma(bars.close, i.in_0), long = sma(bars.close, i.in_1);
    return { PlotShort: short, PlotLong: long, PlotCrosses: crosses(short, long) };
  },
  'MA with EMA Cross': (bars, i) => {
    const plain = sma(bars.close, i.in_0), weighing = ema(bars.close, i.in_1);
    return { MA: plain, EMA: weighing, Crosses: crosses(plain, weighing) };
  },
  'Williams Alligator': (bars, i) => ({
    Jaw: rma(bars.hl2, i.in_0), Teeth: rma(bars.hl2, i.in_1), Lips: rma(bars.hl2, i.in_2),
  }),
};
