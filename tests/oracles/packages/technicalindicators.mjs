// The npm package technicalindicators (MIT). Its RSI, MFI, stochastic RSI and A/D are rounded and left out.
import * as module from 'technicalindicators';

const library = module.default ?? module;

// Results lack the warm-up, so that they end with the bars.
const placed = (bars, results, read = (result) => result) => {
  const before = bars.count - results.length;
  return bars.map((i) => i >= before ? read(results[i - before]) ?? NaN : NaN);
};
const one = (plot, name, inputOf, needsVolume = false) => (bars, g) => {
  const input = inputOf(bars, g);
  return input && (!needsVolume || bars.hasVolume) && { [plot]: placed(bars, library[name].calculate(input)) };
};
const several = (name, inputOf, keys) => (bars, g) => {
  const results = library[name].calculate(inputOf(bars, g));
  return Object.fromEntries(Object.entries(keys).map(([plot, key]) => [plot, placed(bars, results, (r) => r[key])]));
};
const prices = (b) => ({ high: b.high, low: b.low, close: b.close });

export default {
  'Moving Average': one('Plot', 'SMA', (b, g) => ({ values: b[g.source], period: g.length })),
  'Moving Average Exponential': one('Plot', 'EMA', (b, g) => ({ values: b[g.source], period: g.length })),
  'Moving Average Weighted': one('Plot', 'WMA', (b, g) => ({ values: b[g.in_1], period: g.in_0 })),
  'Smoothed Moving Average': one('Plot', 'WEMA', (b, g) => ({ values: b[g.in_1], period: g.in_0 })),
  'Bollinger Bands': several(
    'BollingerBands', (b, g) => ({ values: b.close, period: g.in_0, stdDev: g.in_1 }),
    { Median: 'middle', Upper: 'upper', Lower: 'lower' }),
  'Ichimoku Cloud': several(
    'IchimokuCloud',
    (b, g) => ({ ...prices(b), conversionPeriod: g.in_0, basePeriod: g.in_1, spanPeriod: g.in_2, displacement: g.in_3 }),
    { ConversionLine: 'conversion', BaseLine: 'base', LeadingSpanA: 'spanA', LeadingSpanB: 'spanB' }),
  'Parabolic SAR': one(
    'Plot', 'PSAR', (b, g) => g.in_0 === g.in_1 && { high: b.high, low: b.low, step: g.in_0, max: g.in_2 }),
  'MACD': several(
    'MACD',
    (b, g) => ({
      values: b[g.in_3], fastPeriod: g.in_0, slowPeriod: g.in_1, signalPeriod: g.in_2, SimpleMAOscillator: false,
      SimpleMASignal: false,
    }),
    { MACD: 'MACD', Signal: 'signal', Histogram: 'histogram' }),
  'Rate Of Change': one('ROC', 'ROC', (b, g) => ({ values: b.close, period: g.in_0 })),
  'Commodity Channel Index': one('Plot', 'CCI', (b, g) => ({ ...prices(b), period: g.in_0 })),
  'Williams %R': one('Plot', 'WilliamsR', (b, g) => ({ ...prices(b), period: g.in_0 })),
  'Awesome Oscillator': one(
    'Plot', 'AwesomeOscillator', (b) => ({ high: b.high, low: b.low, fastPeriod: 5, slowPeriod: 34 })),
  'TRIX': one('TRIX', 'TRIX', (b, g) => ({ values: b.close, period: g.in_0 })),
  'Know Sure Thing': several(
    'KST',
    (b, g) => ({
      values: b.close, ROCPer1: g.in_0, ROCPer2: g.in_1, ROCPer3: g.in_2, ROCPer4: g.in_3, SMAROCPer1: g.in_4,
      SMAROCPer2: g.in_5, SMAROCPer3: g.in_6, SMAROCPer4: g.in_7, signalPeriod: g.in_8,
    }),
    { KST: 'kst', Signal: 'signal' }),
  'Average True Range': one('Plot', 'ATR', (b, g) => ({ ...prices(b), period: g.in_0 })),
  'Directional Movement': (bars, g) => g.in_0 === g.in_1 ? several(
    'ADX', (b) => ({ ...prices(b), period: g.in_0 }), { ADX: 'adx', '+DI': 'pdi', '-DI': 'mdi' })(bars, g) : null,
  'On Balance Volume': one('Plot', 'OBV', (b) => ({ close: b.close, volume: b.volume }), true),
  "Elder's Force Index": one(
    'Plot', 'ForceIndex', (b, g) => ({ close: b.close, volume: b.volume, period: g.in_0 }), true),
};
