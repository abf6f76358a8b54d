// Strength of trends, and volatility.
import {
  atr, average, change, ema, highest, isMissing, lowest, previous, rma, roc, sma, squares, stdev, sum, trueRange, windowed, zip,
} from './blocks.mjs';
import { standardError } from './bands.mjs';

function directional(bars, n) {
  const up = change(bars.high), down = change(bars.low).map((d) => -d);
  const plus = zip((u, d) => isMissing(u) ? NaN : u > d && u > 0 ? u : 0, up, down);
  const minus = zip((u, d) => isMissing(u) ? NaN : d > u && d > 0 ? d : 0, up, down);
  const range = rma(trueRange(bars, false), n);
  const share = (x) => zip((a, b) => b === 0 ? NaN : 100 * a / b, rma(x, n), range);
  const [p, m] = [share(plus), share(minus)];
  return { plus: p, minus: m, index: zip((a, b) => a + b === 0 ? 0 : 100 * Math.abs(a - b) / (a + b), p, m) };
}

// Age of the extreme of the last n + 1 bars, the newest of equal ones.
const age = (x, n, better) => windowed(x, n + 1, (values) => {
  let best = n;
  for (let j = n - 1; j >= 0; j--) if (better(values[j], values[best])) best = j;
  return n - best;
});

export const aroon = (bars, n) => ({
  up: age(bars.high, n, (a, b) => a > b).map((k) => 100 * (n - k) / n),
  down: age(bars.low, n, (a, b) => a < b).map((k) => 100 * (n - k) / n),
});
// Logarithms of price ratios; none where a price is not above 0.
const logs = (a, b) => zip((x, y) => x > 0 && y > 0 ? Math.log(x / y) : NaN, a, b);

export default {
  'Average True Range': (bars, i) => ({ Plot: atr(bars, i.in_0) }),
  'Aroon': (bars, i) => {
    const { up, down } = aroon(bars, i.in_0);
    return { Upper: up, Lower: down };
  },
  'Average Directional Index': (bars, i) => ({ ADX: rma(directional(bars, i.in_1).index, i.in_0) }),
  'Directional Movement': (bars, i) => {
    const { plus, minus, index } = directional(bars, i.in_0), smooth = rma(index, i.in_1);
    return {
      '+DI': plus, '-DI': minus, DX: index, ADX: smooth,
      // TradingView looks back by the length of the directional lines, today included.
      ADXR: zip((a, b) => (a + b) / 2, smooth, previous(smooth, i.in_0 - 1)),
    };
  },
  'Vortex Indicator': (bars, i) => {
    const range = sum(trueRange(bars, false), i.in_0);
    const share = (a, b) => zip((x, r) => r === 0 ? NaN : x / r, sum(zip((p, q) => Math.abs(p - q), a, previous(b)), i.in_0), range);
    return { 'VI +': share(bars.high, bars.low), 'VI -': share(bars.low, bars.high) };
  },
  'Choppiness Index': (bars, i) => ({
    Plot: zip(
      (t, h, l) => h === l ? NaN : 100 * Math.log10(t / (h - l)) / Math.log10(i.in_0),
      sum(trueRange(bars), i.in_0), highest(bars.high, i.in_0), lowest(bars.low, i.in_0)),
  }),
  'Mass Index': (bars, i) => {
    const once = ema(zip((h, l) => h - l, bars.high, bars.low), 9), twice = ema(once, 9);
    return { Plot: sum(zip((a, b) => b === 0 ? NaN : a / b, once, twice), i.in_0) };
  },
  'Bollinger Bands %B': (bars, i) => ({
    Plot: zip(
      (c, m, s) => s === 0 ? NaN : (c - (m - i.in_1 * s)) / (2 * i.in_1 * s),
      bars.close, sma(bars.close, i.in_0), stdev(bars.close, i.in_0)),
  }),
  'Bollinger Bands Width': (bars, i) => ({
    Plot: zip((m, s) => 100 * 2 * i.in_1 * s / m, sma(bars.close, i.in_0), stdev(bars.close, i.in_0)),
  }),
  'Standard Deviation': (bars, i) => ({ Plot: stdev(bars.close, i.periods).map((s) => i.deviations * s) }),
  'Standard Error': (bars, i) => ({ Plot: standardError(bars.close, i.length) }),
  'Historical Volatility': (bars, i) => {
    const per = /[WM]$|Y$/.test(bars.interval) ? 7 : 1;
    const returns = zip((a, b) => Math.log(a / b), bars.close, previous(bars.close));
    return { Plot: stdev(returns, i.in_0).map((s) => 100 * s * Math.sqrt(365 / per)) };
  },
  'Volatility Close-to-Close': (bars, i) => ({
    Plot: windowed(logs(bars.close, previous(bars.close)), i.periods, (values) =>
      100 * Math.sqrt(squares(values) / (i.periods - 1) * i.daysPerYear)),
  }),
  'Volatility Zero Trend Close-to-Close': (bars, i) => ({
    Plot: windowed(logs(bars.close, previous(bars.close)), i.periods, (values) =>
      100 * Math.sqrt(average(values.map((value) => value * value)) * i.daysPerYear)),
  }),
  // Garman and Klass: the best estimator from all four prices, joined with the jump where the market closes.
  'Volatility O-H-L-C': (bars, i) => {
    const [u, d, c] = [bars.high, bars.low, bars.close].map((x) => logs(x, bars.open));
    const jump = logs(bars.open, previous(bars.close)), f = i.marketClosedPercentage;
    const trading = zip(
      (up, down, close) => 0.511 * (up - down) ** 2 - 0.019 * (close * (up + down) - 2 * up * down) - 0.383 * close ** 2, u, d, c);
    const variance = f === 0 ? trading : zip((t, j) => 0.12 * j * j / f + 0.88 * t / (1 - f), trading, jump);
    return {
      Plot: windowed(variance, i.periods, (values) => 100 * Math.sqrt(Math.max(average(values), 0) * i.daysPerYear)),
    };
  },
  'Chaikin Volatility': (bars, i) => ({
    Plot: roc(ema(zip((h, l) => h - l, bars.high, bars.low), i.periods), i.rocLookback),
  }),
};
