// Levels and turns: what a chart is measured against.
import { average, fit, isMissing, total, zip } from './blocks.mjs';

// The first bar of each day, week, month, quarter, year, decade or century.
export function periods(bars, kind) {
  const label = {
    Session: (day, k) => bars.isIntraday ? day : k,
    Week: (day) => Math.floor((Date.parse(day) / 86_400_000 + 3) / 7),
    Month: (day) => day.slice(0, 7),
    Quarter: (day) => day.slice(0, 4) + Math.floor((day.slice(5, 7) - 1) / 3),
    Year: (day) => day.slice(0, 4),
    Decade: (day) => day.slice(0, 3),
    Century: (day) => day.slice(0, 2),
  }[kind];
  const labels = bars.map((k) => label(bars.day[k], k));
  return bars.map((k) => k === 0 || labels[k] !== labels[k - 1]);
}

// Volume weighted mean and deviation since the last anchor.
export function anchoredMean(bars, isAnchor, source, multiplier) {
  let from = -1;
  const plots = { VWAP: [], Upper: [], Lower: [] };
  for (let k = 0; k < bars.count; k++) {
    if (isAnchor[k]) from = k;
    const some = from < 0 ? [] : bars.map((j) => j).slice(from, k + 1).filter((j) => bars.volume[j] > 0);
    const volume = total(some.map((j) => bars.volume[j]));
    const mean = total(some.map((j) => bars[source][j] * bars.volume[j])) / volume;
    const variance = total(some.map((j) => bars.volume[j] * (bars[source][j] - mean) ** 2)) / volume;
    const isKnown = some.length > 0 && !isMissing(bars.volume[k]);
    plots.VWAP.push(isKnown ? mean : NaN);
    plots.Upper.push(isKnown ? mean + multiplier * Math.sqrt(variance) : NaN);
    plots.Lower.push(isKnown ? mean - multiplier * Math.sqrt(variance) : NaN);
  }
  return plots;
}

// From the last period's first bar, or from the newest of the highest (lowest) of the last bars, to the end.
function autoAnchored(bars, i) {
  const days = { D: 1, W: 7, M: 30, Y: 365 }[bars.interval.at(-1)] * Number.parseInt(bars.interval, 10);
  const automatic = bars.isIntraday ? 'Session'
    : days === 1 ? 'Month' : days <= 10 ? 'Quarter' : days <= 60 ? 'Year' : 'Decade';
  const period = i.anchor === 'Auto' ? automatic : i.anchor;
  const size = { 'Highest High': bars.high, 'Lowest Low': bars.low.map((low) => -low), 'Highest Volume': bars.volume }[period];
  const last = size
    ? bars.map((k) => k).slice(-i.length).filter((k) => !isMissing(size[k]))
      .reduce((best, k) => best === undefined || size[k] >= size[best] ? k : best, undefined)
    : periods(bars, period).lastIndexOf(true);
  const starts = bars.map((k) => k === last), plots = {};
  [[1, true], [2, i.showBands2], [3, i.showBands3]].forEach(([band, isShown]) => {
    const { VWAP, Upper, Lower } = anchoredMean(bars, starts, i.source, i[`multiplier${band}`]);
    plots.VWAP = VWAP;
    plots[`Upper Band #${band}`] = isShown ? Upper : bars.map(() => NaN);
    plots[`Lower Band #${band}`] = isShown ? Lower : bars.map(() => NaN);
  });
  return plots;
}

function pivotLevels(kind, h, l, c, lastOpen, open) {
  const p = (h + l + c) / 3, r = h - l;
  const pairs = (middle, shares) => shares.map((share) => [middle + share * r, middle - share * r]);
  switch (kind) {
    case 'Fibonacci': return [p, pairs(p, [0.382, 0.618, 1])];
    case 'Woodie': {
      const w = (h + l + 2 * open) / 4, third = [h + 2 * (w - l), l - 2 * (h - w)];
      return [w, [[2 * w - l, 2 * w - h], [w + r, w - r], third, [third[0] + r, third[1] - r]]];
    }
    case 'Classic': return [p, [[2 * p - l, 2 * p - h], ...pairs(p, [1, 2, 3])]];
    case 'DM': {
      const x = c === lastOpen ? h + l + 2 * c : c > lastOpen ? 2 * h + l + c : 2 * l + h + c;
      return [x / 4, [[x / 2 - l, x / 2 - h]]];
    }
    case 'Camarilla': {
      const fifth = h / l * c;
      return [p, [...pairs(c, [1.1 / 12, 1.1 / 6, 1.1 / 4, 1.1 / 2]), [fifth, c - (fifth - c)]]];
    }
    default:
      return [p, [
        [2 * p - l, 2 * p - h], [p + r, p - r], [2 * p + h - 2 * l, 2 * p - 2 * h + l],
        [3 * p + h - 3 * l, 3 * p - 3 * h + l], [4 * p + h - 4 * l, 4 * p - 4 * h + l],
      ]];
  }
}

function pivotPoints(bars, { kind, timeframe }) {
  const minutes = bars.interval.endsWith('m') ? Number.parseInt(bars.interval, 10) : 60;
  const automatic = !bars.isIntraday ? bars.interval === '1D' ? 'Month' : 'Year' : minutes <= 15 ? 'Session' : 'Week';
  const starts = periods(bars, {
    Auto: automatic, Daily: 'Session', Weekly: 'Week', Monthly: 'Month', Quarterly: 'Quarter', Yearly: 'Year',
  }[timeframe]);
  const plots = Object.fromEntries(
    ['P', 'R1', 'R2', 'R3', 'R4', 'R5', 'S1', 'S2', 'S3', 'S4', 'S5'].map((key) => [key, bars.map(() => NaN)]));
  const firsts = starts.flatMap((isFirst, k) => isFirst ? [k] : []);
  for (let i = 1; i < firsts.length; i++) {
    const [from, to, end] = [firsts[i - 1], firsts[i], firsts[i + 1] ?? bars.count];
    const [pivot, pairs] = pivotLevels(
      kind, Math.max(...bars.high.slice(from, to)), Math.min(...bars.low.slice(from, to)), bars.close[to - 1], bars.open[from],
      bars.open[to]);
    plots.P.fill(pivot, to, end);
    pairs.forEach(([above, below], j) => {
      plots[`R${j + 1}`].fill(above, to, end);
      plots[`S${j + 1}`].fill(below, to, end);
    });
  }
  return plots;
}

// Bars strictly above the ones before and after; some definitions let those after be equal. Told when it is known.
function pivots(x, before, after, equalsAfter) {
  const found = x.map((value, i) => {
    if (i < before || i + after >= x.length) return false;
    return x.slice(i - before, i).every((v) => v < value)
      && x.slice(i + 1, i + after + 1).every((v) => equalsAfter ? v <= value : v < value);
  });
  return x.map((_, i) => i >= after && found[i - after] ? x[i - after] : NaN);
}

function zigZag(bars, share, depth) {
  const n = Math.max(2, Math.floor(depth / 2)), turns = [];
  const highs = pivots(bars.high, n, n, true), lows = pivots(bars.low.map((l) => -l), n, n, true).map((l) => -l);
  const take = (at, price, isHigh) => {
    const last = turns.at(-1);
    if (!last) turns.push({ at, price, isHigh });
    else if (last.isHigh === isHigh) {
      if (isHigh ? price > last.price : price < last.price) turns[turns.length - 1] = { at, price, isHigh };
    } else if (at > last.at && (isHigh ? price - last.price : last.price - price) >= share * Math.abs(last.price)) {
      turns.push({ at, price, isHigh });
    }
  };
  for (let k = 0; k < bars.count; k++) {
    if (!isMissing(highs[k])) take(k - n, highs[k], true);
    if (!isMissing(lows[k])) take(k - n, lows[k], false);
  }
  const line = bars.map(() => NaN), end = turns.at(-1);
  turns.forEach(({ at, price }) => { line[at] = price; });
  if (end && end.at < bars.count - 1) line[bars.count - 1] = end.isHigh ? bars.low.at(-1) : bars.high.at(-1);
  return line;
}

export default {
  'VWAP Bands': (bars, i) => anchoredMean(bars, periods(bars, i.anchor), i.source, i.multiplier),
  'VWAP Anchored': (bars, i) => anchoredMean(
    bars, bars.map((k) => k === Math.max(0, bars.count - 1 - i.barsBack)), i.source, i.multiplier),
  'VWAP Auto Anchored': autoAnchored,
  'Time Weighted Average Price': (bars, i) => {
    let prices = [];
    return {
      TWAP: zip((starts, price) => {
        prices = starts ? [price] : [...prices, price];
        return average(prices);
      }, periods(bars, i.anchor), bars[i.source]),
    };
  },
  'Pivot Points Standard': pivotPoints,
  'Pivot Points High Low': (bars, i) => ({
    'Pivot highs': pivots(bars.high, i.left, i.right, false),
    'Pivot lows': pivots(bars.low.map((l) => -l), i.left, i.right, false).map((l) => -l),
  }),
  'Zig Zag': (bars, i) => ({ Plot: zigZag(bars, i.in_0 / 100, i.in_1) }),
  'Linear Regression Channel': (bars, i) => {
    const prices = bars[i.source].slice(-i.length), before = bars.count - prices.length;
    const { at, residue } = fit(prices), distance = i.multiplier * Math.sqrt(residue / (prices.length - 1));
    const line = (shift) => bars.map((k) => k < before ? NaN : at(k - before) + shift);
    return { Middle: line(0), Upper: line(distance), Lower: line(-distance) };
  },
};
