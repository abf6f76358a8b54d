// Indicators beyond the documented studies.
import {
  atr, averages, change, ema, highest, isMissing, lowest, previous, rma, sma, stdev, sum, total, trueRange, windowed, zip,
} from './blocks.mjs';
import { awesome, commodityChannel, rsi } from './momentum.mjs';
import { aroon } from './strength.mjs';

const lines = (prefix, count, f) => Object.fromEntries(
  Array.from({ length: count }, (_, i) => [`${prefix} ${i + 1}`, f(i + 1)]));
const macd = (x, fast, slow) => zip((a, b) => a - b, ema(x, fast), ema(x, slow));

// Ranks with equal values sharing the mean of theirs; Pearson's correlation with time.
function rankCorrelation(values) {
  const n = values.length;
  const ranks = values.map((value) => values.filter((v) => v < value).length + (values.filter((v) => v === value).length - 1) / 2);
  const middle = (n - 1) / 2, both = total(ranks.map((r, j) => (r - middle) * (j - middle)));
  const a = total(ranks.map((r) => (r - middle) ** 2)), b = total(ranks.map((_, j) => (j - middle) ** 2));
  return a === 0 ? 0 : 100 * both / Math.sqrt(a * b);
}

function laguerre(x, gamma) {
  const filters = [x[0], x[0], x[0], x[0]];
  let value = NaN;
  return x.map((close) => {
    const before = [...filters];
    filters[0] = (1 - gamma) * close + gamma * before[0];
    for (let i = 1; i < 4; i++) filters[i] = -gamma * filters[i - 1] + before[i - 1] + gamma * before[i];
    const leads = [0, 1, 2].map((i) => filters[i] - filters[i + 1]);
    const ups = total(leads.map((l) => Math.max(l, 0))), downs = total(leads.map((l) => Math.max(-l, 0)));
    if (ups + downs > 0) value = ups / (ups + downs);
    return value;
  });
}

// Where a value lies in its recent range, smoothed by half; a range of 0 keeps the place.
function smoothedPlace(x, n) {
  const top = highest(x, n), bottom = lowest(x, n);
  let place = 0, smooth = NaN;
  return x.map((value, i) => {
    if (isMissing(top[i])) return smooth;
    if (top[i] > bottom[i]) place = 100 * (value - bottom[i]) / (top[i] - bottom[i]);
    smooth = isMissing(smooth) ? place : smooth + 0.5 * (place - smooth);
    return smooth;
  });
}

function qualitative(x, n, smoothing, factor) {
  const line = ema(rsi(x, n), smoothing), moves = change(line).map(Math.abs);
  const width = ema(ema(moves, 2 * n - 1), 2 * n - 1).map((w) => factor * w);
  let below = NaN, above = NaN, isDown = false;
  const trail = line.map((value, i) => {
    if (isMissing(width[i])) return NaN;
    const before = line[i - 1];
    if (isDown ? value > above : value < below) isDown = !isDown;
    below = before > below && value > below ? Math.max(below, value - width[i]) : value - width[i];
    above = before < above && value < above ? Math.min(above, value + width[i]) : value + width[i];
    return isDown ? above : below;
  });
  return { RSI: line, Trail: trail };
}

export default {
  'Moving Average Ribbon': (bars, i) => lines('MA', 4, (k) => averages[i.method](bars[i.source], i[`length${k}`])),
  'Guppy Multiple Moving Average': (bars, i) => ({
    ...lines('Fast', 6, (k) => ema(bars[i.source], i[`fast${k}`])), ...lines('Slow', 6, (k) => ema(bars[i.source], i[`slow${k}`])),
  }),
  'BBTrend': (bars, i) => {
    const band = (n, side) => zip((m, s) => m + side * i.stdDev * s, sma(bars.close, n), stdev(bars.close, n));
    const [short, long] = [i.shortLength, i.longLength];
    return {
      Plot: zip(
        (l1, l2, u1, u2, m) => 100 * (Math.abs(l1 - l2) - Math.abs(u1 - u2)) / m,
        band(short, -1), band(long, -1), band(short, 1), band(long, 1), sma(bars.close, short)),
    };
  },
  'Keltner Channels Width': (bars, i) => ({
    Plot: zip((r, m) => 2 * i.mult * r / m, ema(trueRange(bars), i.length), ema(bars.close, i.length)),
  }),
  'Normalized Average True Range': (bars, i) => ({ Plot: zip((a, c) => 100 * a / c, atr(bars, i.length), bars.close) }),
  'Average Day Range': (bars, i) => ({ Plot: sma(zip((h, l) => h - l, bars.high, bars.low), i.length) }),
  'Relative Volatility Index': (bars, i) => {
    const scatter = stdev(bars.close, i.length), moves = change(bars.close);
    const part = (isWanted) => ema(
      zip((s, m) => isMissing(s) || isMissing(m) ? NaN : isWanted(m) ? s : 0, scatter, moves), i.smoothing);
    return {
      Plot: zip((a, b) => a + b === 0 ? NaN : 100 * a / (a + b), part((m) => m > 0), part((m) => m <= 0))
        .map((value, k) => isMissing(scatter[k]) ? NaN : value),
    };
  },
  'Ulcer Index': (bars, i) => {
    const falls = zip((c, h) => (100 * (c - h) / h) ** 2, bars.close, highest(bars.close, i.length));
    return { Plot: sma(falls, i.length).map(Math.sqrt) };
  },
  'Absolute Price Oscillator': (bars, i) => ({ Plot: macd(bars[i.source], i.fast, i.slow) }),
  'Percentage Price Oscillator': (bars, i) => {
    const slow = ema(bars[i.source], i.slow);
    const line = zip((f, s) => 100 * (f - s) / s, ema(bars[i.source], i.fast), slow), signal = ema(line, i.signal);
    return { PPO: line, Signal: signal, Histogram: zip((a, b) => a - b, line, signal) };
  },
  'Accelerator Oscillator': (bars) => {
    const line = awesome(bars);
    return { Plot: zip((a, m) => a - m, line, sma(line, 5)) };
  },
  'Aroon Oscillator': (bars, i) => {
    const { up, down } = aroon(bars, i.length);
    return { Plot: zip((a, b) => a - b, up, down) };
  },
  'Bull Bear Power': (bars, i) => ({
    Plot: zip((h, l, m) => h - m + l - m, bars.high, bars.low, ema(bars.close, i.length)),
  }),
  'Elder Ray Index': (bars, i) => {
    const mean = ema(bars.close, i.length);
    return { 'Bull Power': zip((h, m) => h - m, bars.high, mean), 'Bear Power': zip((l, m) => l - m, bars.low, mean) };
  },
  'Laguerre RSI': (bars, i) => ({ Plot: laguerre(bars.close, i.gamma) }),
  'Rank Correlation Index': (bars, i) => ({ Plot: windowed(bars.close, i.length, rankCorrelation) }),
  'Schaff Trend Cycle': (bars, i) => ({
    Plot: smoothedPlace(smoothedPlace(macd(bars.close, i.fast, i.slow), i.length), i.length),
  }),
  'Stochastic Momentum Index': (bars, i) => {
    const top = highest(bars.high, i.k), bottom = lowest(bars.low, i.k), twice = (x) => ema(ema(x, i.d), i.d);
    const distance = twice(zip((c, h, l) => c - (h + l) / 2, bars.close, top, bottom));
    const line = zip((d, r) => r === 0 ? 0 : 200 * d / r, distance, twice(zip((h, l) => h - l, top, bottom)));
    return { SMI: line, Signal: ema(line, i.signal) };
  },
  'Quantitative Qualitative Estimation': (bars, i) => qualitative(bars.close, i.length, i.smoothing, i.factor),
  'Woodies CCI': (bars, i) => ({
    CCI: commodityChannel(bars.close, i.length), 'Turbo CCI': commodityChannel(bars.close, i.fast),
  }),
};
