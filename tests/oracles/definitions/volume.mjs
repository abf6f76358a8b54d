// What trades say.
import { change, cumulative, ema, isMissing, previous, smoothed, sma, sum, zip } from './blocks.mjs';

const place = (bars) => bars.map((k) => bars.high[k] === bars.low[k]
  ? 0
  : (2 * bars.close[k] - bars.low[k] - bars.high[k]) / (bars.high[k] - bars.low[k]));
const flow = (bars) => zip((p, v) => p * v, place(bars), bars.volume);
const signed = (x, bars) => zip((d, v) => Math.sign(d) * v, change(x), bars.volume);

export default {
  'Volume': (bars) => ({
    Volume: bars.volume, 'Volume.color': bars.map((k) => bars.close[k] >= bars.open[k] ? 1 : 0),
  }),
  'Net Volume': (bars) => ({ Plot: signed(bars.close, bars).map((v, k) => k === 0 ? NaN : v) }),
  'On Balance Volume': (bars, i) => {
    const plot = cumulative(signed(bars.close, bars).map((v, k) => k === 0 ? 0 * bars.volume[0] : v));
    return { Plot: plot, 'Smoothed MA': smoothed(plot, i) };
  },
  'Accumulation/Distribution': (bars) => ({ Plot: cumulative(flow(bars)) }),
  'Chaikin Money Flow': (bars, i) => ({
    Plot: zip((f, v) => v === 0 ? NaN : f / v, sum(flow(bars), i.in_0), sum(bars.volume, i.in_0)),
  }),
  'Chaikin Oscillator': (bars, i) => {
    const line = cumulative(flow(bars));
    return { Plot: zip((a, b) => a - b, ema(line, i.in_0), ema(line, i.in_1)) };
  },
  'Money Flow Index': (bars, i) => {
    const moves = change(bars.hlc3), flows = zip((p, v) => p * v, bars.hlc3, bars.volume);
    const side = (wanted) => sum(zip((m, f) => isMissing(m) ? NaN : Math.sign(m) === wanted ? f : 0 * f, moves, flows), i.in_0);
    return { Plot: zip((p, n) => n === 0 ? 100 : 100 - 100 / (1 + p / n), side(1), side(-1)) };
  },
  "Elder's Force Index": (bars, i) => ({ Plot: ema(zip((d, v) => d * v, change(bars.close), bars.volume), i.in_0) }),
  'Ease of Movement': (bars, i) => ({
    Plot: sma(
      zip((d, h, l, v) => v === 0 ? NaN : i.in_0 * d * (h - l) / v, change(bars.hl2), bars.high, bars.low, bars.volume), i.in_1),
  }),
  'Price Volume Trend': (bars) => ({
    PVT: cumulative(bars.map((k) => k === 0 ? 0 * bars.volume[0] : bars.volume[k] * (bars.close[k] - bars.close[k - 1]) / bars.close[k - 1])),
  }),
  'Volume Oscillator': (bars, i) => ({
    Plot: zip((a, b) => b === 0 ? NaN : 100 * (a - b) / b, ema(bars.volume, i.in_0), ema(bars.volume, i.in_1)),
  }),
  'Klinger Oscillator': (bars) => {
    const signs = zip((m, v) => m >= 0 ? v : -v, change(bars.hlc3), bars.volume);
    const line = zip((a, b) => a - b, ema(signs, 34), ema(signs, 55));
    return { Plot: line, Signal: ema(line, 13) };
  },
  'VWAP': (bars) => {
    let day, money = 0, volume = 0;
    return {
      VWAP: bars.map((k) => {
        if (bars.day[k] !== day) [day, money, volume] = [bars.day[k], 0, 0];
        money += bars.hlc3[k] * bars.volume[k];
        volume += bars.volume[k];
        return volume === 0 ? NaN : money / volume;
      }),
    };
  },
};
