// Indicators beyond the documented studies.
import {
  atr, average, averages, change, ema, highest, isMissing, lowest, previous, rma, sma, squares, stdev, sum, total, trueRange, weighted,
  windowed, zip,
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

// The prices of another symbol beside each bar: these in the opposite order; without every seventh bar, where the one
// before stands for it.
function other(bars, source) {
  return bars.map((k) => bars[source][bars.count - 1 - (k % 7 === 3 ? k - 1 : k)]);
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
  'Correlation Coefficient': (bars, i) => {
    const pairs = zip((x, y) => [x, y], bars[i.source], other(bars, i.source));
    return {
      Correlation: windowed(pairs, i.length, (window) => {
        // From the first pair on, so that what does not move has no deviation at all.
        const [x, y] = [0, 1].map((k) => window.map((pair) => pair[k] - window[0][k]));
        const [mx, my] = [average(x), average(y)], sums = squares(x) * squares(y);
        return sums > 0 ? total(x.map((value, k) => (value - mx) * (y[k] - my))) / Math.sqrt(sums) : NaN;
      }),
    };
  },
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
  'Symmetrically Weighted Moving Average': (bars, i) => ({ Plot: weighted(bars[i.source], 4, (j) => [1, 2, 2, 1][j]) }),
  'Triangular Moving Average': (bars, i) => ({
    Plot: sma(sma(bars[i.source], Math.ceil(i.length / 2)), Math.floor(i.length / 2) + 1),
  }),
  'Zero Lag EMA': (bars, i) => ({
    Plot: ema(zip((now, before) => 2 * now - before, bars[i.source], previous(bars[i.source], Math.floor((i.length - 1) / 2))), i.length),
  }),
  'Tillson T3': (bars, i) => {
    const means = [ema(bars[i.source], i.length)], v = i.factor;
    while (means.length < 6) means.push(ema(means.at(-1), i.length));
    const weights = [1 + 3 * v + v ** 3 + 3 * v * v, -6 * v * v - 3 * v - 3 * v ** 3, 3 * v * v + 3 * v ** 3, -(v ** 3)];
    return { Plot: zip((a, b, c, d) => total([a, b, c, d].map((m, j) => m * weights[j])), ...means.slice(2)) };
  },
  'Variable Index Dynamic Average': (bars, i) => {
    const x = bars[i.source], moves = change(x), n = i.momentumLength;
    const net = sum(moves, n), path = sum(moves.map(Math.abs), n);
    let mean = NaN;
    return {
      Plot: x.map((value, k) => {
        if (isMissing(path[k])) return NaN;
        if (isMissing(mean)) mean = x[k - 1];
        mean += 2 / (i.length + 1) * (path[k] === 0 ? 0 : Math.abs(net[k]) / path[k]) * (value - mean);
        return mean;
      }),
    };
  },
  'Median': (bars, i) => {
    const line = windowed(bars[i.source], i.length, (values) => [...values].sort((a, b) => a - b)[Math.ceil(i.length / 2) - 1]);
    const distance = atr(bars, i.atrLength).map((a) => i.atrMult * a);
    return {
      Median: line, 'Median EMA': ema(line, i.length), Upper: zip((m, d) => m + d, line, distance),
      Lower: zip((m, d) => m - d, line, distance),
    };
  },
  // A stop that hangs from the extreme and does not give way while closes stay on its side.
  'Chandelier Exit': (bars, i) => {
    const distance = atr(bars, i.length).map((a) => i.multiplier * a);
    const top = highest(bars.high, i.length), bottom = lowest(bars.low, i.length);
    let long = NaN, short = NaN, rises = true;
    const plots = { 'Long Stop': [], 'Short Stop': [] };
    bars.close.forEach((close, k) => {
      const before = bars.close[k - 1];
      rises = close > short ? true : close < long ? false : rises;
      long = before > long ? Math.max(long, top[k] - distance[k]) : top[k] - distance[k];
      short = before < short ? Math.min(short, bottom[k] + distance[k]) : bottom[k] + distance[k];
      plots['Long Stop'].push(rises ? long : NaN);
      plots['Short Stop'].push(rises ? NaN : short);
    });
    return plots;
  },
  // TradingView's: the extreme of prices since the last turn, less some average ranges.
  'Volatility Stop': (bars, i) => {
    const x = bars[i.source], range = trueRange(bars), mean = atr(bars, i.length);
    let rises = true, from = 0, stop = x[0];
    return {
      Plot: x.map((price, k) => {
        const distance = isMissing(mean[k]) ? range[k] : i.multiplier * mean[k], since = x.slice(from, k + 1);
        if (k > 0) stop = rises ? Math.max(stop, Math.max(...since) - distance) : Math.min(stop, Math.min(...since) + distance);
        if (rises !== price >= stop) {
          rises = !rises;
          from = k;
          stop = rises ? price - distance : price + distance;
        }
        return stop;
      }),
    };
  },
  'Gann HiLo Activator': (bars, i) => {
    const highs = sma(bars.high, i.length), lows = sma(bars.low, i.length), rounding = 1e-12;
    let rises = true;
    return {
      Plot: bars.map((k) => {
        if (k === 0 || isMissing(highs[k - 1])) return NaN;
        const above = bars.close[k] / highs[k - 1] - 1, below = 1 - bars.close[k] / lows[k - 1];
        // Where a close is the mean but for rounding, which side it is on cannot be said, nor what follows from it.
        if (Math.max(above, below) > rounding) rises = above > rounding;
        else if (Math.max(above, below) > -rounding) rises = undefined;
        return rises === undefined ? undefined : rises ? lows[k] : highs[k];
      }),
    };
  },
};
