// The npm package trading-signals (MIT): one bar at a time.
import * as library from 'trading-signals';

// Runs an indicator over values or candles; a reader per plot picks from its result.
function run(bars, indicator, inputOf, readers) {
  const results = bars.map((i) => {
    try {
      return indicator.add(inputOf(i));
    } catch (error) {
      // A division by 0 of its own, as on bars without range.
      if (error instanceof RangeError || /zero/i.test(error.message)) return null;
      throw error;
    }
  });
  return Object.fromEntries(Object.entries(readers).map(
    ([key, read]) => [key, results.map((result) => result === null || result === undefined ? NaN : read(result))]));
}

const same = (result) => result;
const ofClose = (plots, make) => (bars, g) => {
  const indicator = make(g);
  return indicator && run(bars, indicator, (i) => bars.close[i], typeof plots === 'string' ? { [plots]: same } : plots);
};
const ofBars = (plots, make, needsVolume = false) => (bars, g) => {
  const indicator = (!needsVolume || bars.hasVolume) && make(g);
  return indicator && run(bars, indicator, (i) => bars.rows[i], typeof plots === 'string' ? { [plots]: same } : plots);
};
const ofSource = (key, make) => (bars, g) => run(bars, make(g), (i) => bars[g[key]][i], { Plot: same });
const pick = (name) => (result) => result[name];

export default {
  'Moving Average': ofSource('source', (g) => new library.SMA(g.length)),
  'Moving Average Exponential': ofSource('source', (g) => new library.EMA(g.length)),
  'Moving Average Weighted': ofSource('in_1', (g) => new library.WMA(g.in_0)),
  'Smoothed Moving Average': ofSource('in_1', (g) => new library.WSMA(g.in_0)),
  'Hull Moving Average': ofClose('Plot', (g) => new library.HMA(g.in_0)),
  'Double EMA': ofClose('Plot', (g) => new library.DEMA(g.in_0)),
  'Triple EMA': ofClose('Plot', (g) => new library.TEMA(g.in_0)),
  'Arnaud Legoux Moving Average': ofClose('Plot', (g) => new library.ALMA(g.in_0, g.in_1, g.in_2)),
  'Moving Average Adaptive': ofClose('Plot 1', (g) => new library.KAMA(g.periods)),
  'McGinley Dynamic': ofClose('Plot', (g) => new library.McGinleyDynamic(g.in_0)),
  'Linear Regression Slope': ofClose({ Plot: pick('slope') }, (g) => new library.LinearRegression(g.periods)),
  'VWMA': ofBars('Plot', (g) => new library.VWMA(g.in_0), true),
  'Bollinger Bands': ofClose(
    { Median: pick('middle'), Upper: pick('upper'), Lower: pick('lower') },
    (g) => new library.BollingerBands(g.in_0, g.in_1)),
  'Bollinger Bands Width': ofClose(
    'Plot', (g) => new library.BollingerBandsWidth(new library.BollingerBands(g.in_0, g.in_1))),
  'Bollinger Bands %B': ofClose(
    'Plot', (g) => new library.PercentB({ interval: g.in_0, deviationMultiplier: g.in_1 })),
  'Donchian Channels': ofBars(
    { Upper: pick('upper'), Basis: pick('middle'), Lower: pick('lower') },
    (g) => new library.DonchianChannels(g.in_0)),
  'Ichimoku Cloud': ofBars(
    {
      ConversionLine: pick('conversion'), BaseLine: pick('base'), LeadingSpanA: pick('spanA'), LeadingSpanB: pick('spanB'),
    },
    (g) => new library.IchimokuCloud({ conversionInterval: g.in_0, baseInterval: g.in_1, spanBInterval: g.in_2 })),
  'Super Trend': ofBars(
    { SuperTrend: pick('supertrend') }, (g) => new library.SuperTrend({ interval: g.in_0, multiplier: g.in_1 })),
  'Parabolic SAR': ofBars(
    'Plot', (g) => g.in_0 === g.in_1 && new library.PSAR({ accelerationStep: g.in_0, accelerationMax: g.in_2 })),
  'Chande Kroll Stop': ofBars(
    { Long: pick('longStop'), Short: pick('shortStop') },
    (g) => new library.ChandeKrollStop({ interval: g.in_0, multiplier: g.in_1, stopInterval: g.in_2 })),
  'Relative Strength Index': ofClose('Plot', (g) => new library.RSI(g.length)),
  'MACD': (bars, g) => run(
    bars, new library.MACD(new library.EMA(g.in_0), new library.EMA(g.in_1), new library.EMA(g.in_2)),
    (i) => bars[g.in_3][i], { MACD: pick('macd'), Signal: pick('signal'), Histogram: pick('histogram') }),
  'Momentum': (bars, g) => run(bars, new library.MOM(g.in_0), (i) => bars[g.in_1][i], { Mom: same }),
  'Rate Of Change': ofClose({ ROC: (result) => 100 * result }, (g) => new library.ROC(g.in_0)),
  'Stochastic': ofBars(
    { '%K': pick('stochK'), '%D': pick('stochD') },
    (g) => new library.StochasticOscillator({ kPeriod: g.in_0, kSlowingPeriod: g.in_1, dPeriod: g.in_2 })),
  'Commodity Channel Index': ofBars('Plot', (g) => new library.CCI(g.in_0)),
  'Williams %R': ofBars('Plot', (g) => new library.WilliamsR(g.in_0)),
  'True Strength Index': ofClose(
    'True Strength Index', (g) => new library.TSI({ longPeriod: g.in_0, shortPeriod: g.in_1 })),
  'Ultimate Oscillator': ofBars(
    'UO', (g) => new library.UltimateOscillator({ shortPeriod: g.in_0, mediumPeriod: g.in_1, longPeriod: g.in_2 })),
  'Awesome Oscillator': ofBars('Plot', () => new library.AO(5, 34)),
  'Chande Momentum Oscillator': ofClose('Plot', (g) => new library.CMO(g.in_0)),
  'Know Sure Thing': ofClose('KST', (g) => new library.KST({
    roc1: g.in_0, roc2: g.in_1, roc3: g.in_2, roc4: g.in_3, sma1: g.in_4, sma2: g.in_5, sma3: g.in_6, sma4: g.in_7,
  })),
  'Coppock Curve': ofClose(
    'Plot',
    (g) => new library.CoppockCurve({ wmaInterval: g.in_0, longRocInterval: g.in_1, shortRocInterval: g.in_2 })),
  'Fisher Transform': ofBars('Fisher', (g) => new library.FisherTransform(g.in_0)),
  'Connors RSI': ofClose(
    'CRSI',
    (g) => new library.ConnorsRSI({ rsiInterval: g.in_0, streakRsiInterval: g.in_1, percentRankInterval: g.in_2 })),
  'Relative Vigor Index': ofBars(
    { RVGI: pick('rvgi'), Signal: pick('signal') }, (g) => new library.RelativeVigorIndex(g.in_0)),
  'Balance of Power': ofBars('Plot', () => new library.BOP()),
  'Accumulative Swing Index': ofBars('ASI', (g) => new library.AccumulativeSwingIndex(g.in_0)),
  'Average True Range': ofBars('Plot', (g) => new library.ATR(g.in_0)),
  'Aroon': ofBars({ Upper: pick('aroonUp'), Lower: pick('aroonDown') }, (g) => new library.Aroon(g.in_0)),
  'Average Directional Index': ofBars('ADX', (g) => g.in_0 === g.in_1 && new library.ADX(g.in_0)),
  'Vortex Indicator': ofBars({ 'VI +': pick('plus'), 'VI -': pick('minus') }, (g) => new library.VortexIndicator(g.in_0)),
  'Choppiness Index': ofBars('Plot', (g) => new library.CHOP(g.in_0)),
  'Mass Index': ofBars('Plot', (g) => new library.MassIndex(g.in_0)),
  'Chaikin Volatility': ofBars('Plot', (g) => g.periods === g.rocLookback && new library.CVI(g.periods)),
  'Accumulation/Distribution': ofBars('Plot', () => new library.AD(), true),
  'Chaikin Oscillator': ofBars('Plot', (g) => new library.ADOSC({ fastPeriod: g.in_0, slowPeriod: g.in_1 }), true),
  'Chaikin Money Flow': ofBars('Plot', (g) => new library.CMF(g.in_0), true),
  'Money Flow Index': ofBars('Plot', (g) => new library.MFI(g.in_0), true),
  "Elder's Force Index": ofBars('Plot', (g) => new library.ForceIndex(g.in_0), true),
  'Ease of Movement': ofBars('Plot', (g) => new library.EMV(g.in_1, g.in_0), true),
  'Price Volume Trend': ofBars('PVT', () => new library.PVT(), true),
  'Absolute Price Oscillator': (bars, g) => run(
    bars, new library.APO({ fastPeriod: g.fast, slowPeriod: g.slow }), (i) => bars[g.source][i], { Plot: same }),
  'Percentage Price Oscillator': (bars, g) => run(
    bars, new library.PPO({ fastPeriod: g.fast, slowPeriod: g.slow }), (i) => bars[g.source][i], { PPO: same }),
  'Accelerator Oscillator': ofBars('Plot', () => new library.AC(5, 34, 5)),
  'Laguerre RSI': ofClose('Plot', (g) => new library.LaguerreRSI({ gamma: g.gamma })),
  'Quantitative Qualitative Estimation': ofClose(
    { RSI: pick('rsiMa'), Trail: pick('trailingStop') },
    (g) => new library.QQE({ rsiInterval: g.length, smoothInterval: g.smoothing, fastFactor: g.factor })),
  'Schaff Trend Cycle': ofClose(
    'Plot', (g) => new library.STC({ cycleInterval: g.length, fastInterval: g.fast, slowInterval: g.slow })),
  'Stochastic Momentum Index': ofBars(
    'SMI', (g) => new library.SMI({ interval: g.k, smooth1: g.d, smooth2: g.d })),
  'Normalized Average True Range': ofBars('Plot', (g) => new library.NATR(g.length)),
  'Ulcer Index': ofClose('Plot', (g) => new library.UlcerIndex(g.length)),
  'Negative Volume Index': ofBars(
    { Plot: (result) => result / 1000 }, (g) => g.method === 'Multiplicative' && new library.NVI(), true),
  'Positive Volume Index': ofBars(
    { Plot: (result) => result / 1000 }, (g) => g.method === 'Multiplicative' && new library.PVI(), true),
  'Williams Accumulation/Distribution': ofBars('Plot', () => new library.WAD()),
  'Triangular Moving Average': ofSource('source', (g) => new library.TRIMA(g.length)),
  'Zero Lag EMA': ofSource('source', (g) => new library.ZLEMA(g.length)),
  'Tillson T3': ofSource('source', (g) => new library.T3(g.length, g.factor)),
  'Variable Index Dynamic Average': (bars, g) => g.length === g.momentumLength
    ? run(bars, new library.VIDYA(g.length), (i) => bars[g.source][i], { Plot: same })
    : null,
  'Chandelier Exit': ofBars(
    { 'Long Stop': pick('long'), 'Short Stop': pick('short') },
    (g) => new library.ChandelierExit({ interval: g.length, multiplier: g.multiplier })),
};
