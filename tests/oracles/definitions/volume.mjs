// What trades say.
import { change, cumulative, ema, isMissing, smoothed, sma, sum, total, windowed, zip } from './blocks.mjs';

const place = (bars) => bars.map((k) => bars.high[k] === bars.low[k]
  ? 0
  : (2 * bars.close[k] - bars.low[k] - bars.high[k]) / (bars.high[k] - bars.low[k]));
const flow = (bars) => zip((p, v) => p * v, place(bars), bars.volume);
const signed = (x, bars) => zip((d, v) => Math.sign(d) * v, change(x), bars.volume);

// Fosback: changes of the close count on bars whose volume rose (1) or fell (-1).
function volumeIndex(bars, side, { method, signalLength }) {
  const isAdded = method === 'Additive';
  let index = isAdded ? 1000 : 1;
  const line = bars.map((k) => {
    if (k > 0 && Math.sign(bars.volume[k] - bars.volume[k - 1]) === side) {
      const factor = bars.close[k] / bars.close[k - 1];
      index = isAdded ? index + 100 * (factor - 1) : index * factor;
    }
    return isMissing(bars.volume[k]) ? NaN : index;
  });
  return { Plot: line, Signal: ema(line, signalLength) };
}

// A bar's volume against the mean at the same time of the n sessions before that had a bar then.
function relativeVolume(bars, { length, mode }) {
  const earlier = new Map();
  let day, soFar = 0;
  return bars.map((k) => {
    const session = bars.isIntraday ? bars.day[k] : k;
    if (session !== day) [day, soFar] = [session, 0];
    soFar += bars.volume[k];
    const volume = mode === 'Cumulative' ? soFar : bars.volume[k], time = bars.isIntraday ? bars.timeOfDay[k] : '';
    const before = earlier.get(time) ?? [];
    earlier.set(time, [...before, volume]);
    const mean = before.length < length ? NaN : total(before.slice(-length)) / length;
    return mean === 0 ? NaN : volume / mean;
  });
}

// Volume by price as it stands after each bar: every bar's volume evenly over its range, the rows those of all bars.
function developingProfile(bars, { rows, vaVolume }) {
  const traded = bars.map((k) => k).filter((k) => bars.low[k] <= bars.high[k]);
  const bottom = Math.min(...traded.map((k) => bars.low[k])), height = (Math.max(...traded.map((k) => bars.high[k])) - bottom) / rows;
  const held = new Array(rows).fill(0), plots = { 'Developing Poc': [], 'Developing VA High': [], 'Developing VA Low': [] };
  for (let k = 0; k < bars.count; k++) {
    const { low: { [k]: low }, high: { [k]: high }, volume: { [k]: volume } } = bars;
    if (volume > 0) {
      for (let row = 0; row < rows; row++) {
        const from = bottom + row * height, to = from + height;
        if (high > low) held[row] += volume * Math.max(0, Math.min(high, to) - Math.max(low, from)) / (high - low);
        else if ((low >= from && low < to) || (row === rows - 1 && low >= to)) held[row] += volume;
      }
    }
    const most = Math.max(...held);
    if (most === 0) {
      Object.values(plots).forEach((plot) => plot.push(NaN));
      continue;
    }
    const control = held.map((_, row) => row).filter((row) => held[row] === most)
      .sort((a, b) => Math.abs(2 * a - rows + 1) - Math.abs(2 * b - rows + 1) || a - b)[0];
    let from = control, to = control + 1;
    const wanted = total(held) * vaVolume / 100, inside = () => total(held.slice(from, to));
    while (inside() < wanted * (1 - 1e-12) && to - from < rows) {
      const above = total(held.slice(to, to + 2)), below = total(held.slice(Math.max(from - 2, 0), from));
      if (from === 0 || (to < rows && above >= below)) to = Math.min(to + 2, rows);
      else from = Math.max(from - 2, 0);
    }
    plots['Developing Poc'].push(bottom + (control + 0.5) * height);
    plots['Developing VA High'].push(bottom + to * height);
    plots['Developing VA Low'].push(bottom + from * height);
  }
  return plots;
}

export const upDownRatio = (bars, n) => windowed(zip((c, o) => c >= o ? 1 : 0, bars.close, bars.open), n, (values) => {
  const ups = total(values), downs = values.length - ups;
  return downs === 0 ? ups : ups / downs;
});

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
  'Negative Volume Index': (bars, i) => volumeIndex(bars, -1, i),
  'Positive Volume Index': (bars, i) => volumeIndex(bars, 1, i),
  'Relative Volume at Time': (bars, i) => ({ Plot: relativeVolume(bars, i) }),
  'Volume Profile Visible Range': developingProfile,
  'Williams Accumulation/Distribution': (bars) => {
    const steps = bars.map((k) => {
      const before = bars.close[k - 1], close = bars.close[k];
      if (k === 0 || close === before) return 0;
      return close > before ? close - Math.min(bars.low[k], before) : close - Math.max(bars.high[k], before);
    });
    return { Plot: cumulative(steps).map((value, k) => k === 0 ? NaN : value) };
  },
  'Williams Variable Accumulation Distribution': (bars, i) => ({
    Plot: sum(bars.map((k) => bars.volume[k]
      * (bars.high[k] === bars.low[k] ? 0 : (bars.close[k] - bars.open[k]) / (bars.high[k] - bars.low[k]))), i.length),
  }),
  'Up/Down Bar Ratio': (bars, i) => ({ Plot: upDownRatio(bars, i.length) }),
};
