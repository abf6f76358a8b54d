// Bands, channels and stops drawn on prices.
import {
  atr, averages, ema, exponential, fit, highest, isMissing, linreg, lowest, previous, rma, sma, stdev, total, trueRange, windowed, zip,
} from './blocks.mjs';

const around = (middle, distance, names) => ({
  [names[0]]: middle,
  [names[1]]: zip((m, d) => m + d, middle, distance),
  [names[2]]: zip((m, d) => m - d, middle, distance),
});
export const mid = (bars, n) => zip((top, bottom) => (top + bottom) / 2, highest(bars.high, n), lowest(bars.low, n));
export const standardError = (x, n) => windowed(x, n, (values) => Math.sqrt(fit(values).residue / (n - 2)));

// TradingView's supertrend: bands ratchet, the first direction is down.
function superTrend(bars, n, factor) {
  const range = atr(bars, n), line = [], color = [];
  let upper = NaN, lower = NaN, isUp = false, began = false;
  for (let i = 0; i < bars.count; i++) {
    if (isMissing(range[i])) {
      line.push(NaN);
      continue;
    }
    const rawUpper = bars.hl2[i] + factor * range[i], rawLower = bars.hl2[i] - factor * range[i];
    if (!began) {
      [upper, lower, isUp, began] = [rawUpper, rawLower, false, true];
    } else {
      const before = bars.close[i - 1], upperBefore = upper, lowerBefore = lower;
      upper = rawUpper < upperBefore || before > upperBefore ? rawUpper : upperBefore;
      lower = rawLower > lowerBefore || before < lowerBefore ? rawLower : lowerBefore;
      isUp = isUp ? bars.close[i] >= lower : bars.close[i] > upper;
    }
    line.push(isUp ? lower : upper);
  }
  return line;
}

function parabolic(bars, start, step, maximum) {
  const plot = [NaN];
  let isUp, stop, extreme, speed = start;
  for (let i = 1; i < bars.count; i++) {
    const { high, low, close } = bars;
    let turned = false;
    if (i === 1) {
      isUp = close[1] > close[0];
      stop = isUp ? low[0] : high[0];
      extreme = isUp ? high[1] : low[1];
      turned = true;
    }
    stop += speed * (extreme - stop);
    if (isUp ? stop > low[i] : stop < high[i]) {
      stop = isUp ? Math.max(high[i], extreme) : Math.min(low[i], extreme);
      extreme = isUp ? low[i] : high[i];
      isUp = !isUp;
      speed = start;
      turned = true;
    }
    if (!turned && (isUp ? high[i] > extreme : low[i] < extreme)) {
      extreme = isUp ? high[i] : low[i];
      speed = Math.min(speed + step, maximum);
    }
    const older = i > 1 ? i - 2 : i - 1;
    stop = isUp ? Math.min(stop, low[i - 1], low[older]) : Math.max(stop, high[i - 1], high[older]);
    plot.push(stop);
  }
  return plot;
}

// A high strictly above n bars to the right and to the left; up to four equal highs are let pass on the left.
export function fractals(values, n) {
  const isPeak = values.map((value, i) => {
    if (i < n || i + n >= values.length) return false;
    for (let k = 1; k <= n; k++) if (!(values[i + k] < value)) return false;
    for (let equal = 0; equal <= 4; equal++) {
      let fits = i - n - equal >= 0;
      for (let k = 1; fits && k <= equal; k++) fits = k === equal ? values[i - k] === value : values[i - k] <= value;
      for (let k = equal + 1; fits && k <= equal + n; k++) fits = values[i - k] < value;
      if (fits) return true;
    }
    return false;
  });
  return values.map((value, i) => isPeak[i] ? value : NaN);
}

export default {
  'Bollinger Bands': (bars, i) => around(
    sma(bars.close, i.in_0), stdev(bars.close, i.in_0).map((s) => i.in_1 * s), ['Median', 'Upper', 'Lower']),
  'Envelopes': (bars, i) => {
    const middle = averages[i.in_3](bars[i.in_4], i.in_0);
    return {
      Average: middle, Upper: middle.map((m) => m * (1 + i.in_1 / 100)), Lower: middle.map((m) => m * (1 - i.in_2 / 100)),
    };
  },
  'Donchian Channels': (bars, i) => ({
    Lower: lowest(bars.low, i.in_0), Upper: highest(bars.high, i.in_0), Basis: mid(bars, i.in_0),
  }),
  'Keltner Channels': (bars, i) => {
    const range = i.in_0 ? trueRange(bars) : zip((h, l) => h - l, bars.high, bars.low);
    return around(ema(bars.close, i.in_1), ema(range, i.in_1).map((r) => i.in_2 * r), ['Middle', 'Upper', 'Lower']);
  },
  'Standard Error Bands': (bars, i) => {
    const error = standardError(bars.close, i.periods), middle = linreg(bars.close, i.periods);
    const smooth = (x) => averages[i.method](x, i.averagePeriods);
    return {
      'Plot 1': smooth(zip((m, e) => m + i.errors * e, middle, error)),
      'Plot 2': smooth(middle),
      'Plot 3': smooth(zip((m, e) => m - i.errors * e, middle, error)),
    };
  },
  'Ichimoku Cloud': (bars, i) => {
    const conversion = mid(bars, i.in_0), base = mid(bars, i.in_1);
    return {
      ConversionLine: conversion,
      BaseLine: base,
      LaggingSpan: bars.close,
      LeadingSpanA: zip((a, b) => (a + b) / 2, conversion, base),
      LeadingSpanB: mid(bars, i.in_2),
    };
  },
  'Super Trend': (bars, i) => ({ SuperTrend: superTrend(bars, i.in_0, i.in_1) }),
  'Parabolic SAR': (bars, i) => ({ Plot: parabolic(bars, i.in_0, i.in_1, i.in_2) }),
  'Chande Kroll Stop': (bars, i) => {
    const range = atr(bars, i.in_0).map((a) => i.in_1 * a);
    const first = zip((h, a) => h - a, highest(bars.high, i.in_0), range);
    const second = zip((l, a) => l + a, lowest(bars.low, i.in_0), range);
    return { Short: highest(first, i.in_2), Long: lowest(second, i.in_2) };
  },
  // Known n bars late, where the value stands; it is drawn back at its peak.
  'Williams Fractal': (bars, i) => ({
    'Up fractals': previous(fractals(bars.high, i.in_0), i.in_0),
    'Down fractals': previous(fractals(bars.low.map((l) => -l), i.in_0).map((l) => -l), i.in_0),
  }),
  'Price Channel': (bars, i) => ({
    'Highprice Line': highest(bars.high, i.in_0), 'Lowprice Line': lowest(bars.low, i.in_0), 'Centerprice Line': mid(bars, i.in_0),
  }),
  'Keltner Channels ATR': (bars, i) => {
    const distance = {
      'Average True Range': () => atr(bars, i.atrLength), 'True Range': () => trueRange(bars),
      Range: () => rma(zip((h, l) => h - l, bars.high, bars.low), i.length),
    }[i.bandsStyle]();
    return around(
      averages[i.method](bars[i.source], i.length), distance.map((d) => i.multiplier * d), ['Middle', 'Upper', 'Lower']);
  },
  // Wilder's volatility system: a stop some average ranges from the best close since the last turn.
  'Volatility Index': (bars, i) => {
    const mean = i.method === 'Exponential' ? ema(trueRange(bars), i.periods) : atr(bars, i.periods);
    let rises, best = NaN;
    return {
      Plot: zip((close, m) => {
        if (isMissing(m)) return NaN;
        if (isMissing(best)) [rises, best] = [close >= bars.close[0], close];
        best = rises ? Math.max(best, close) : Math.min(best, close);
        const stop = () => rises ? best - i.atrMult * m : best + i.atrMult * m;
        if (rises ? close < stop() : close > stop()) [rises, best] = [!rises, close];
        return stop();
      }, bars.close, mean),
    };
  },
};
