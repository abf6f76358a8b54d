// The npm package lightweight-charts-indicators (MIT): TradingView's built-ins, computed anew by somebody else.
import * as library from 'lightweight-charts-indicators';

// One study: inputs in the package's names, and which of its plots is which of ours; a plot that the package shifts for
// drawing is named with the shift to take back.
const study = (name, inputsOf, plots, needsVolume = false) => (bars, given) => {
  const inputs = inputsOf(given, bars);
  if (!inputs || (needsVolume && !bars.hasVolume)) return null;
  const result = library[name].calculate(bars.rows, inputs);
  const plotsOf = typeof plots === 'function' ? plots(given) : plots;
  return Object.fromEntries(Object.entries(plotsOf).map(([key, place]) => {
    const [index, shift] = Array.isArray(place) ? place : [place, 0];
    const values = result.plots[`plot${index}`].map((point) => point.value ?? NaN);
    // What is shifted past the last bar is cut off there.
    return [key, bars.map((i) => values[i + shift])];
  }));
};

const smoothing = (given) => ({ maType: given.smoothingLine, maLength: given.smoothingLength });
const oneOf = (key, name = 'length') => (given) => ({ [name]: given[key] });
const nothing = () => ({});

// The package's colours by the place ours have.
const chopZoneColors = ['#26C6DA', '#43A047', '#A5D6A7', '#009688', '#D50000', '#E91E63', '#FF6D00', '#FFB74D', '#FDD835'];

export default {
  'Moving Average': study(
    'SMA', (g) => ({ len: g.length, src: g.source, ...smoothing(g) }), { Plot: 0, 'Smoothed MA': 1 }),
  'Moving Average Exponential': study(
    'EMA', (g) => ({ length: g.length, src: g.source, ...smoothing(g) }), { Plot: 0, 'Smoothed MA': 1 }),
  'Moving Average Weighted': study('WMA', (g) => ({ length: g.in_0, src: g.in_1 }), { Plot: 0 }),
  'Smoothed Moving Average': study('SMMA', (g) => g.in_1 === 'close' && { length: g.in_0 }, { Plot: 0 }),
  'Hull Moving Average': study('HMA', oneOf('in_0'), { Plot: 0 }),
  'Double EMA': study('DEMA', oneOf('in_0'), { Plot: 0 }),
  'Triple EMA': study('TEMA', oneOf('in_0'), { Plot: 0 }),
  'VWMA': study('VWMA', oneOf('in_0'), { Plot: 0 }, true),
  'Arnaud Legoux Moving Average': study(
    'ALMA', (g) => ({ lengthInput: g.in_0, offsetInput: g.in_1, sigmaInput: g.in_2 }), { Plot: 0 }),
  'Least Squares Moving Average': study('LSMA', (g) => ({ length: g.in_0, offset: g.in_1 }), { Plot: 0 }),
  'Linear Regression Curve': study('LSMA', oneOf('in_0'), { Plot: 0 }),
  'McGinley Dynamic': study('McGinleyDynamic', oneOf('in_0'), { Plot: 0 }),
  'Moving Average Adaptive': study('KaufmanAdaptiveMA', oneOf('periods'), { 'Plot 1': 0 }),
  'MA Cross': study('MACross', (g) => ({ shortLength: g.in_0, longLength: g.in_1 }), { PlotShort: 0, PlotLong: 1 }),
  'Williams Alligator': study(
    'WilliamsAlligator',
    (g) => ({
      jawLength: g.in_0, teethLength: g.in_1, lipsLength: g.in_2, jawOffset: g.in_3, teethOffset: g.in_4,
      lipsOffset: g.in_5,
    }),
    (g) => ({ Jaw: [0, g.in_3], Teeth: [1, g.in_4], Lips: [2, g.in_5] })),
  'Bollinger Bands': study(
    'BollingerBands', (g) => ({ length: g.in_0, mult: g.in_1 }), { Median: 0, Upper: 1, Lower: 2 }),
  'Bollinger Bands %B': study('BBPercentB', (g) => ({ length: g.in_0, mult: g.in_1 }), { Plot: 0 }),
  'Bollinger Bands Width': study('BBBandWidth', (g) => ({ length: g.in_0, mult: g.in_1 }), { Plot: 0 }),
  'Envelopes': study(
    'Envelope',
    (g) => g.in_1 === g.in_2 && g.in_3 !== 'Weighted'
      && { length: g.in_0, percent: g.in_1, src: g.in_4, exponential: g.in_3 === 'Exponential' },
    { Average: 0, Upper: 1, Lower: 2 }),
  'Donchian Channels': study('DonchianChannels', oneOf('in_0'), { Basis: 0, Upper: 1, Lower: 2 }),
  'Keltner Channels': study(
    'KeltnerChannels',
    (g) => g.in_0 && { length: g.in_1, mult: g.in_2, atrLength: g.in_1, bandsStyle: 'Average True Range', useEMA: true },
    { Upper: 0, Middle: 1, Lower: 2 }),
  'Gann HiLo Activator': study('GannHighLow', (g) => ({ highLength: g.length, lowLength: g.length }), { Plot: 0 }),
  'Zig Zag': (bars, given) => {
    const result = library.ZigZag.calculate(bars.rows, { deviation: given.in_0, depth: given.in_1 });
    const line = bars.map(() => NaN);
    for (const turn of [...result.pivots, result.extension]) {
      if (turn) line[turn.end.barIndex] = turn.end.price;
    }
    return { Plot: line };
  },
  'Ichimoku Cloud': study(
    'IchimokuCloud',
    (g) => ({ conversionPeriods: g.in_0, basePeriods: g.in_1, laggingSpan2Periods: g.in_2, displacement: g.in_3 }),
    (g) => ({ ConversionLine: 0, BaseLine: 1, LeadingSpanA: [3, g.in_3 - 1], LeadingSpanB: [4, g.in_3 - 1] })),
  'Super Trend': (bars, given) => {
    const both = study(
      'Supertrend', (g) => ({ atrPeriod: g.in_0, factor: g.in_1 }), { up: 0, down: 1 })(bars, given);
    return { SuperTrend: bars.map((i) => Number.isNaN(both.up[i]) ? both.down[i] : both.up[i]) };
  },
  'Parabolic SAR': study(
    'ParabolicSAR', (g) => ({ start: g.in_0, increment: g.in_1, maximum: g.in_2 }), { Plot: 0 }),
  'Chande Kroll Stop': study(
    'ChandeKrollStop', (g) => ({ atrLength: g.in_0, atrCoeff: g.in_1, stopLength: g.in_2 }), { Long: 0, Short: 1 }),
  'Relative Strength Index': study(
    'RSI', (g) => ({ length: g.length, ...smoothing(g) }), { Plot: 0, 'Smoothed MA': 1 }),
  'MACD': study(
    'MACD', (g) => ({ fastLength: g.in_0, slowLength: g.in_1, signalLength: g.in_2, src: g.in_3 }),
    { Histogram: 0, MACD: 1, Signal: 2 }),
  'Momentum': study('Momentum', (g) => ({ length: g.in_0, src: g.in_1 }), { Mom: 0 }),
  'Rate Of Change': study('ROC', oneOf('in_0'), { ROC: 0 }),
  'Price Oscillator': study(
    'PriceOscillator', (g) => ({ shortLength: g.in_0, longLength: g.in_1, exponential: false }), { Plot: 1 }),
  'Stochastic': study(
    'Stochastic', (g) => ({ periodK: g.in_0, smoothK: g.in_1, periodD: g.in_2 }), { '%K': 0, '%D': 1 }),
  'Stochastic RSI': study(
    'StochRSI', (g) => ({ lengthRSI: g.in_0, lengthStoch: g.in_1, smoothK: g.in_2, smoothD: g.in_3 }),
    { '%K': 0, '%D': 1 }),
  'Commodity Channel Index': study(
    'CCI', (g) => ({ length: g.in_0, ...smoothing(g) }), { Plot: 0, 'Smoothed MA': 1 }),
  'Williams %R': study('WilliamsPercentRange', oneOf('in_0'), { Plot: 0 }),
  'True Strength Index': study(
    'TSI', (g) => ({ longLength: g.in_0, shortLength: g.in_1, signalLength: g.in_2 }),
    { 'True Strength Index': 0, Signal: 1 }),
  'SMI Ergodic Indicator/Oscillator': (bars, given) => {
    const inputs = (g) => ({ shortLength: g.in_0, longLength: g.in_1, signalLength: g.in_2 });
    return {
      ...study('SMIErgodic', inputs, { Indicator: 0, Signal: 1 })(bars, given),
      ...study('SMIErgodicOscillator', inputs, { Oscillator: 0 })(bars, given),
    };
  },
  'Ultimate Oscillator': study(
    'UltimateOscillator', (g) => ({ length1: g.in_0, length2: g.in_1, length3: g.in_2 }), { UO: 0 }),
  'Awesome Oscillator': study('AwesomeOscillator', nothing, { Plot: 0 }),
  'Chande Momentum Oscillator': study('ChandeMO', oneOf('in_0'), { Plot: 0 }),
  'TRIX': study('TRIX', oneOf('in_0'), { TRIX: 0 }),
  'Know Sure Thing': study(
    'KnowSureThing',
    (g) => ({
      roclen1: g.in_0, roclen2: g.in_1, roclen3: g.in_2, roclen4: g.in_3, smalen1: g.in_4, smalen2: g.in_5,
      smalen3: g.in_6, smalen4: g.in_7, siglen: g.in_8,
    }),
    { KST: 0, Signal: 1 }),
  'Coppock Curve': study(
    'CoppockCurve', (g) => ({ wmaLength: g.in_0, longRocLength: g.in_1, shortRocLength: g.in_2 }), { Plot: 0 }),
  'Detrended Price Oscillator': study('DPO', (g) => !g.in_1 && { length: g.in_0, centered: false }, { DPO: 0 }),
  'Fisher Transform': study('FisherTransform', oneOf('in_0'), { Fisher: 0, Trigger: 1 }),
  'Connors RSI': study(
    'ConnorsRSI', (g) => ({ lenrsi: g.in_0, lenupdown: g.in_1, lenroc: g.in_2 }), { CRSI: 0 }),
  'Relative Vigor Index': study('RVI', oneOf('in_0'), { RVGI: 0, Signal: 1 }),
  'Balance of Power': study('BOP', nothing, { Plot: 0 }),
  'Trend Strength Index': study('TrendStrengthIndex', oneOf('periods'), { Plot: 0 }),
  'Chop Zone': (bars) => {
    const points = library.ChopZone.calculate(bars.rows, {}).plots.plot0;
    return {
      'Plot.color': points.map((point, i) => {
        const place = chopZoneColors.indexOf(point.color?.toUpperCase());
        return i < 34 || place < 0 ? undefined : place;
      }),
    };
  },
  'Average True Range': study('ATR', oneOf('in_0'), { Plot: 0 }),
  'Aroon': study('Aroon', oneOf('in_0'), { Upper: 0, Lower: 1 }),
  'Average Directional Index': study('ADX', (g) => ({ adxSmoothing: g.in_0, diLength: g.in_1 }), { ADX: 0 }),
  'Directional Movement': study(
    'DMI', (g) => ({ diLength: g.in_0, adxSmoothing: g.in_1 }), { ADX: 0, '+DI': 1, '-DI': 2 }),
  'Vortex Indicator': study('VortexIndicator', oneOf('in_0'), { 'VI +': 0, 'VI -': 1 }),
  'Choppiness Index': study('Choppiness', oneOf('in_0'), { Plot: 0 }),
  'Mass Index': study('MassIndex', oneOf('in_0'), { Plot: 0 }),
  'Standard Deviation': study(
    'StandardDeviation', (g) => g.deviations === 1 && { length: g.periods }, { Plot: 0 }),
  'Historical Volatility': study(
    'HistoricalVolatility', (g, bars) => ({ length: g.in_0, per: /[WMY]$/.test(bars.interval) ? 7 : 1 }), { Plot: 0 }),
  'Net Volume': study('NetVolume', nothing, { Plot: 0 }, true),
  'On Balance Volume': study('OBV', smoothing, { Plot: 0, 'Smoothed MA': 1 }, true),
  'Chaikin Money Flow': study('ChaikinMF', oneOf('in_0'), { Plot: 0 }, true),
  'Chaikin Oscillator': study('ChaikinOscillator', (g) => ({ fast: g.in_0, slow: g.in_1 }), { Plot: 0 }, true),
  'Money Flow Index': study('MFI', oneOf('in_0'), { Plot: 0 }, true),
  "Elder's Force Index": study('ElderForceIndex', oneOf('in_0'), { Plot: 0 }, true),
  'Ease of Movement': study('EaseOfMovement', (g) => ({ divisor: g.in_0, length: g.in_1 }), { Plot: 0 }, true),
  'Price Volume Trend': study('PVT', nothing, { PVT: 0 }, true),
  'Volume Oscillator': study(
    'VolumeOscillator', (g) => ({ shortLength: g.in_0, longLength: g.in_1 }), { Plot: 0 }, true),
  'Klinger Oscillator': study('KlingerOscillator', nothing, { Plot: 0, Signal: 1 }, true),
  'Average Day Range': study('ADR', oneOf('length', 'lengthInput'), { Plot: 0 }),
  'BBTrend': study('BBTrend', (g) => ({ shortLength: g.shortLength, longLength: g.longLength, stdDev: g.stdDev }), { Plot: 0 }),
  'Bull Bear Power': study('BullBearPower', oneOf('length'), { Plot: 0 }),
  'Percentage Price Oscillator': study(
    'PriceOscillator',
    (g) => ({ shortLength: g.fast, longLength: g.slow, signalLength: g.signal, src: g.source, exponential: true }),
    { Histogram: 0, PPO: 1, Signal: 2 }),
  'Rank Correlation Index': study('RankCorrelationIndex', oneOf('length'), { Plot: 0 }),
  'Relative Volatility Index': study(
    'RelativeVolatilityIndex', (g) => g.smoothing === 14 && { length: g.length }, { Plot: 0 }),
  'Woodies CCI': study(
    'WoodiesCCI', (g) => ({ turboLength: g.fast, cciLength: g.length }), { CCI: 2, 'Turbo CCI': 1 }),
  'Moving Average Ribbon': study(
    'MARibbon',
    (g) => g.method === 'Simple' && Object.fromEntries(
      [1, 2, 3, 4].flatMap((k) => [[`ma${k}Length`, g[`length${k}`]], [`ma${k}Source`, g.source]])),
    { 'MA 1': 0, 'MA 2': 1, 'MA 3': 2, 'MA 4': 3 }),
  'Keltner Channels ATR': study(
    'KeltnerChannels',
    (g) => ({
      length: g.length, mult: g.multiplier, src: g.source, useEMA: g.method === 'Exponential', bandsStyle: g.bandsStyle,
      atrLength: g.atrLength,
    }),
    { Upper: 0, Middle: 1, Lower: 2 }),
  'Median': study(
    'Median', (g) => g.source === 'hl2' && { length: g.length, atrLength: g.atrLength, atrMult: g.atrMult },
    { Median: 0, Upper: 1, Lower: 2, 'Median EMA': 3 }),
  'Time Weighted Average Price': study(
    'TWAP', (g, bars) => g.anchor === 'Session' && bars.zone === 'Etc/UTC' && { anchor: '1D', src: g.source }, { TWAP: 0 }),
};
