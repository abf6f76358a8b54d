// The npm package talib-web (BSD-3-Clause): TA-Lib, compiled to WebAssembly. Its bands, deviations and stochastic lines come out
// unusable through this wrapper and are left out.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// In Node it would fetch a path as if it were an address, so fetch is away while it starts.
const kept = globalThis.fetch;
globalThis.fetch = undefined;
const ta = await import('talib-web');
await ta.init(join(dirname(createRequire(import.meta.url).resolve('talib-web')), 'talib.wasm'));
globalThis.fetch = kept;

// Results stand at the front of arrays as long as the bars; what follows them is rubbish. So each call says how many bars
// come before its first value.
function call(bars, name, params, before) {
  const result = ta[name](params);
  return Object.fromEntries(Object.entries(result).map(
    ([key, values]) => [key, bars.map((i) => i >= before ? values[i - before] : NaN)]));
}

const one = (plot, name, paramsOf, before, needsVolume = false) => (bars, g) => {
  const params = paramsOf(bars, g);
  if (!params || (needsVolume && !bars.hasVolume)) return null;
  return { [plot]: call(bars, name, params, before(g)).output };
};
const prices = (b) => ({ high: b.high, low: b.low, close: b.close });
const ofClose = (key) => (b, g) => ({ inReal: b.close, timePeriod: g[key] });

export default {
  'Moving Average': one('Plot', 'SMA', (b, g) => ({ inReal: b[g.source], timePeriod: g.length }), (g) => g.length - 1),
  'Moving Average Exponential': one(
    'Plot', 'EMA', (b, g) => ({ inReal: b[g.source], timePeriod: g.length }), (g) => g.length - 1),
  'Moving Average Weighted': one(
    'Plot', 'WMA', (b, g) => ({ inReal: b[g.in_1], timePeriod: g.in_0 }), (g) => g.in_0 - 1),
  'Double EMA': one('Plot', 'DEMA', ofClose('in_0'), (g) => 2 * g.in_0 - 2),
  'Triple EMA': one('Plot', 'TEMA', ofClose('in_0'), (g) => 3 * g.in_0 - 3),
  'Moving Average Adaptive': one('Plot 1', 'KAMA', ofClose('periods'), (g) => g.periods),
  'Linear Regression Curve': one('Plot', 'LINEARREG', ofClose('in_0'), (g) => g.in_0 - 1),
  'Least Squares Moving Average': one(
    'Plot', 'LINEARREG', (b, g) => g.in_1 === 0 && ofClose('in_0')(b, g), (g) => g.in_0 - 1),
  'Linear Regression Slope': one('Plot', 'LINEARREG_SLOPE', ofClose('periods'), (g) => g.periods - 1),
  'Parabolic SAR': one(
    'Plot', 'SAR', (b, g) => g.in_0 === g.in_1 && { high: b.high, low: b.low, acceleration: g.in_0, maximum: g.in_2 },
    () => 1),
  'Relative Strength Index': one('Plot', 'RSI', ofClose('length'), (g) => g.length),
  'MACD': (bars, g) => {
    const result = call(
      bars, 'MACD', { inReal: bars[g.in_3], fastPeriod: g.in_0, slowPeriod: g.in_1, signalPeriod: g.in_2 },
      g.in_1 + g.in_2 - 2);
    return { MACD: result.MACD, Signal: result.MACDSignal, Histogram: result.MACDHist };
  },
  'Momentum': one('Mom', 'MOM', (b, g) => ({ inReal: b[g.in_1], timePeriod: g.in_0 }), (g) => g.in_0),
  'Rate Of Change': one('ROC', 'ROC', ofClose('in_0'), (g) => g.in_0),
  'Price Oscillator': one(
    'Plot', 'PPO', (b, g) => ({ inReal: b.close, fastPeriod: g.in_0, slowPeriod: g.in_1, MAType: 0 }),
    (g) => g.in_1 - 1),
  'Commodity Channel Index': one(
    'Plot', 'CCI', (b, g) => ({ ...prices(b), timePeriod: g.in_0 }), (g) => g.in_0 - 1),
  'Williams %R': one('Plot', 'WILLR', (b, g) => ({ ...prices(b), timePeriod: g.in_0 }), (g) => g.in_0 - 1),
  'Ultimate Oscillator': one(
    'UO', 'ULTOSC', (b, g) => ({ ...prices(b), timePeriod1: g.in_0, timePeriod2: g.in_1, timePeriod3: g.in_2 }),
    (g) => Math.max(g.in_0, g.in_1, g.in_2)),
  'Chande Momentum Oscillator': one('Plot', 'CMO', ofClose('in_0'), (g) => g.in_0),
  'TRIX': one('TRIX', 'TRIX', ofClose('in_0'), (g) => 3 * g.in_0 - 2),
  'Balance of Power': one('Plot', 'BOP', (b) => ({ open: b.open, ...prices(b) }), () => 0),
  'Average True Range': one('Plot', 'ATR', (b, g) => ({ ...prices(b), timePeriod: g.in_0 }), (g) => g.in_0),
  'Aroon': (bars, g) => {
    const result = call(bars, 'AROON', { high: bars.high, low: bars.low, timePeriod: g.in_0 }, g.in_0);
    return { Upper: result.aroonUp, Lower: result.aroonDown };
  },
  'Average Directional Index': one(
    'ADX', 'ADX', (b, g) => g.in_0 === g.in_1 && { ...prices(b), timePeriod: g.in_0 }, (g) => 2 * g.in_0 - 1),
  'Directional Movement': (bars, g) => {
    const params = { ...prices(bars), timePeriod: g.in_0 };
    return {
      '+DI': call(bars, 'PLUS_DI', params, g.in_0).output, '-DI': call(bars, 'MINUS_DI', params, g.in_0).output,
      DX: call(bars, 'DX', params, g.in_0).output,
    };
  },
  'On Balance Volume': one('Plot', 'OBV', (b) => ({ inReal: b.close, volume: b.volume }), () => 0, true),
  'Accumulation/Distribution': one('Plot', 'AD', (b) => ({ ...prices(b), volume: b.volume }), () => 0, true),
  'Chaikin Oscillator': one(
    'Plot', 'ADOSC', (b, g) => ({ ...prices(b), volume: b.volume, fastPeriod: g.in_0, slowPeriod: g.in_1 }),
    (g) => g.in_1 - 1, true),
  'Money Flow Index': one(
    'Plot', 'MFI', (b, g) => ({ ...prices(b), volume: b.volume, timePeriod: g.in_0 }), (g) => g.in_0, true),
  'Aroon Oscillator': one(
    'Plot', 'AROONOSC', (b, g) => ({ high: b.high, low: b.low, timePeriod: g.length }), (g) => g.length),
  'Normalized Average True Range': one(
    'Plot', 'NATR', (b, g) => ({ ...prices(b), timePeriod: g.length }), (g) => g.length),
  'Triangular Moving Average': one(
    'Plot', 'TRIMA', (b, g) => ({ inReal: b[g.source], timePeriod: g.length }), (g) => g.length - 1),
  'Tillson T3': one(
    'Plot', 'T3', (b, g) => ({ inReal: b[g.source], timePeriod: g.length, VFactor: g.factor }), (g) => 6 * (g.length - 1)),
};
