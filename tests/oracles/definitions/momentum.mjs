// Oscillators of price.
import {
  average, averages, change, ema, highest, isMissing, linreg, lowest, meanDeviation, previous, rma, roc, sma, smoothed,
  stdev, stoch, sum, total, trueRange, weighted, windowed, wma, zip, fit, cumulative,
} from './blocks.mjs';
import { upDownRatio } from './volume.mjs';

export function rsi(x, n) {
  const moves = change(x), rises = rma(moves.map((m) => Math.max(m, 0)), n), falls = rma(moves.map((m) => Math.max(-m, 0)), n);
  return zip((up, down) => down === 0 ? 100 : 100 - 100 / (1 + up / down), rises, falls);
}

const macd = (x, fast, slow) => zip((a, b) => a - b, ema(x, fast), ema(x, slow));
export const commodityChannel = (x, n) => zip(
  (value, mean, deviation) => deviation === 0 ? NaN : (value - mean) / (0.015 * deviation), x, sma(x, n), meanDeviation(x, n));
const ratio = (a, b) => zip((x, y) => y === 0 ? NaN : x / y, a, b);
export const awesome = (bars) => zip((a, b) => a - b, sma(bars.hl2, 5), sma(bars.hl2, 34));

function trueStrength(x, long, short) {
  const moves = change(x), twice = (values) => ema(ema(values, long), short);
  return ratio(twice(moves), twice(moves.map(Math.abs)));
}

function fisher(bars, n) {
  const top = highest(bars.hl2, n), bottom = lowest(bars.hl2, n);
  let v = 0, f = 0;
  const line = [], trigger = [];
  bars.hl2.forEach((value, i) => {
    if (isMissing(top[i])) {
      line.push(NaN);
      trigger.push(NaN);
      return;
    }
    const place = top[i] === bottom[i] ? 0 : (value - bottom[i]) / (top[i] - bottom[i]) - 0.5;
    v = 0.66 * place + 0.67 * v;
    v = v > 0.99 ? 0.999 : v < -0.99 ? -0.999 : v;
    trigger.push(line.length > 0 && !isMissing(line.at(-1)) ? f : NaN);
    f = 0.5 * Math.log((1 + v) / (1 - v)) + 0.5 * f;
    line.push(f);
  });
  return { Fisher: line, Trigger: trigger };
}

function connors(x, n, streakLength, rankLength) {
  let streak = 0;
  const streaks = x.map((value, i) => {
    if (i === 0 || value === x[i - 1]) streak = 0;
    else streak = value > x[i - 1] ? Math.max(streak, 0) + 1 : Math.min(streak, 0) - 1;
    return streak;
  });
  const moves = roc(x, 1);
  const ranks = windowed(moves, rankLength + 1, (values) =>
    100 * values.slice(0, -1).filter((value) => value <= values.at(-1)).length / rankLength);
  return zip((a, b, c) => (a + b + c) / 3, rsi(x, n), rsi(streaks, streakLength), ranks);
}

function vigor(bars, n) {
  const symmetric = (x) => weighted(x, 4, (j) => [1, 2, 2, 1][j]);
  const moves = symmetric(zip((c, o) => c - o, bars.close, bars.open)), ranges = symmetric(zip((h, l) => h - l, bars.high, bars.low));
  const line = ratio(sum(moves, n), sum(ranges, n));
  return { RVGI: line, Signal: symmetric(line) };
}

export default {
  'Relative Strength Index': (bars, i) => {
    const plot = rsi(bars.close, i.length);
    return { Plot: plot, 'Smoothed MA': smoothed(plot, i) };
  },
  'MACD': (bars, i) => {
    const line = macd(bars[i.in_3], i.in_0, i.in_1), signal = ema(line, i.in_2);
    const histogram = zip((a, b) => a - b, line, signal);
    return {
      Histogram: histogram, MACD: line, Signal: signal,
      'Histogram.color': histogram.map((value, k) => isMissing(histogram[k - 1] ?? NaN)
        ? undefined
        : (value < 0 ? 2 : 0) + (value > histogram[k - 1] ? 0 : 1)),
    };
  },
  'Momentum': (bars, i) => ({ Mom: change(bars[i.in_1], i.in_0) }),
  'Rate Of Change': (bars, i) => ({ ROC: roc(bars.close, i.in_0) }),
  'Price Oscillator': (bars, i) => {
    const short = sma(bars.close, i.in_0), long = sma(bars.close, i.in_1);
    return { Plot: zip((a, b) => 100 * (a - b) / b, short, long) };
  },
  'Stochastic': (bars, i) => {
    const line = sma(stoch(bars.close, bars.high, bars.low, i.in_0), i.in_1);
    return { '%K': line, '%D': sma(line, i.in_2) };
  },
  'Stochastic RSI': (bars, i) => {
    const strength = rsi(bars.close, i.in_0), line = sma(stoch(strength, strength, strength, i.in_1), i.in_2);
    return { '%K': line, '%D': sma(line, i.in_3) };
  },
  'Commodity Channel Index': (bars, i) => {
    const plot = commodityChannel(bars.hlc3, i.in_0);
    return { Plot: plot, 'Smoothed MA': smoothed(plot, i) };
  },
  'Williams %R': (bars, i) => ({ Plot: stoch(bars.close, bars.high, bars.low, i.in_0).map((s) => s - 100) }),
  'True Strength Index': (bars, i) => {
    const line = trueStrength(bars.close, i.in_0, i.in_1).map((t) => 100 * t);
    return { 'True Strength Index': line, Signal: ema(line, i.in_2) };
  },
  'SMI Ergodic Indicator/Oscillator': (bars, i) => {
    const line = trueStrength(bars.close, i.in_1, i.in_0), signal = ema(line, i.in_2);
    return { Indicator: line, Signal: signal, Oscillator: zip((a, b) => a - b, line, signal) };
  },
  'Ultimate Oscillator': (bars, i) => {
    const floor = bars.map((k) => k === 0 ? NaN : Math.min(bars.low[k], bars.close[k - 1]));
    const pressure = zip((c, f) => c - f, bars.close, floor), range = trueRange(bars, false);
    const part = (n) => ratio(sum(pressure, n), sum(range, n));
    return { UO: zip((a, b, c) => 100 * (4 * a + 2 * b + c) / 7, part(i.in_0), part(i.in_1), part(i.in_2)) };
  },
  'Awesome Oscillator': (bars) => {
    const line = awesome(bars);
    return {
      Plot: line,
      'Plot.color': line.map((value, k) => isMissing(line[k - 1] ?? NaN) ? undefined : value > line[k - 1] ? 1 : 0),
    };
  },
  'Chande Momentum Oscillator': (bars, i) => {
    const moves = change(bars.close);
    return { Plot: ratio(sum(moves, i.in_0).map((s) => 100 * s), sum(moves.map(Math.abs), i.in_0)) };
  },
  'TRIX': (bars, i) => ({
    TRIX: change(ema(ema(ema(bars.close.map(Math.log), i.in_0), i.in_0), i.in_0)).map((d) => 10_000 * d),
  }),
  'Know Sure Thing': (bars, i) => {
    const part = (k) => sma(roc(bars.close, i[`in_${k}`]), i[`in_${k + 4}`]);
    const line = zip((a, b, c, d) => a + 2 * b + 3 * c + 4 * d, part(0), part(1), part(2), part(3));
    return { KST: line, Signal: sma(line, i.in_8) };
  },
  'Coppock Curve': (bars, i) => ({
    Plot: wma(zip((a, b) => a + b, roc(bars.close, i.in_1), roc(bars.close, i.in_2)), i.in_0),
  }),
  'Detrended Price Oscillator': (bars, i) => {
    const shift = Math.floor(i.in_0 / 2) + 1, mean = sma(bars.close, i.in_0);
    // Centred: the close of then against the mean of now, drawn that many bars back.
    return i.in_1
      ? { DPO: zip((c, m) => c - m, previous(bars.close, shift), mean) }
      : { DPO: zip((c, m) => c - m, bars.close, previous(mean, shift)) };
  },
  'Fisher Transform': (bars, i) => fisher(bars, i.in_0),
  'Connors RSI': (bars, i) => ({ CRSI: connors(bars.close, i.in_0, i.in_1, i.in_2) }),
  'Relative Vigor Index': (bars, i) => vigor(bars, i.in_0),
  'Balance of Power': (bars) => ({
    Plot: bars.map((k) => bars.high[k] === bars.low[k] ? NaN : (bars.close[k] - bars.open[k]) / (bars.high[k] - bars.low[k])),
  }),
  'Trend Strength Index': (bars, i) => ({
    Plot: windowed(bars.close, i.periods, (values) => {
      const mean = average(values), middle = (values.length - 1) / 2;
      const both = total(values.map((value, j) => (value - mean) * (j - middle)));
      const a = total(values.map((value) => (value - mean) ** 2)), b = total(values.map((_, j) => (j - middle) ** 2));
      return a === 0 ? NaN : both / Math.sqrt(a * b);
    }),
  }),
  'Linear Regression Slope': (bars, i) => ({ Plot: windowed(bars.close, i.periods, (values) => fit(values).slope) }),
  'Majority Rule': (bars, i) => ({
    'Majority Rule': windowed(change(bars.close), i.rollingPeriod, (values) => 100 * average(values.map((v) => v > 0 ? 1 : 0))),
  }),
  'Advance/Decline': (bars, i) => ({ Plot: upDownRatio(bars, i.in_0) }),
  // A column per bar; which colour it has is what counts. TradingView's angle, in whole degrees.
  'Chop Zone': (bars) => {
    const mean = ema(bars.close, 34), top = highest(bars.high, 30), bottom = lowest(bars.low, 30);
    const angles = bars.map((k) => {
      if (k < 34) return NaN;
      const slope = (mean[k - 1] - mean[k]) / bars.hlc3[k] * 25 / (top[k] - bottom[k]) * bottom[k];
      const angle = Math.round(180 * Math.acos(1 / Math.sqrt(1 + slope * slope)) / Math.PI);
      return slope > 0 ? -angle : angle;
    });
    const bounds = [5, 3.57, 2.14, 0.71];
    const color = (angle) => {
      const rising = bounds.findIndex((bound) => angle >= bound), falling = bounds.findIndex((bound) => angle <= -bound);
      return rising >= 0 ? rising : falling >= 0 ? falling + 4 : 8;
    };
    return { Plot: angles.map((a) => isMissing(a) ? NaN : 1), 'Plot.color': angles.map((a) => isMissing(a) ? undefined : color(a)) };
  },
  'Accumulative Swing Index': (bars, i) => {
    const { open, high, low, close } = bars;
    const swings = bars.map((k) => {
      if (k === 0) return 0;
      const up = Math.abs(high[k] - close[k - 1]), down = Math.abs(low[k] - close[k - 1]), range = high[k] - low[k];
      const before = Math.abs(close[k - 1] - open[k - 1]);
      const r = up >= Math.max(down, range) ? up - down / 2 + before / 4
        : down >= Math.max(up, range) ? down - up / 2 + before / 4
        : range + before / 4;
      const move = close[k] - close[k - 1] + (close[k] - open[k]) / 2 + (close[k - 1] - open[k - 1]) / 4;
      return r === 0 ? 0 : 50 * move / r * Math.max(up, down) / i.in_0;
    });
    return { ASI: cumulative(swings) };
  },
};
