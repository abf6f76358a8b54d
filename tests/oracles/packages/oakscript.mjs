// The npm package oakscriptjs (MIT): Pine script's ta functions on plain arrays.
import { taCore as ta } from 'oakscriptjs';

const one = (key, f, needsVolume = false) => (bars, given) => needsVolume && !bars.hasVolume
  ? null
  : { [key]: f(bars, given) };
const named = (keys, f) => (bars, given) => {
  const plots = f(bars, given);
  return plots && Object.fromEntries(keys.map((key, i) => [key, plots[i]]).filter(([key]) => key !== null));
};
const average = (f) => (bars, g) => ({ Plot: f(bars[g.source], g.length) });

export default {
  'Moving Average': average(ta.sma),
  'Moving Average Exponential': average(ta.ema),
  'Moving Average Weighted': one('Plot', (b, g) => ta.wma(b[g.in_1], g.in_0)),
  'Smoothed Moving Average': one('Plot', (b, g) => ta.rma(b[g.in_1], g.in_0)),
  'Hull Moving Average': one('Plot', (b, g) => ta.hma(b.close, g.in_0)),
  'Arnaud Legoux Moving Average': one('Plot', (b, g) => ta.alma(b.close, g.in_0, g.in_1, g.in_2)),
  'Least Squares Moving Average': one('Plot', (b, g) => ta.linreg(b.close, g.in_0, g.in_1)),
  'Linear Regression Curve': one('Plot', (b, g) => ta.linreg(b.close, g.in_0)),
  'VWMA': one('Plot', (b, g) => ta.vwma(b.close, g.in_0, b.volume), true),
  'Moving Average Channel': named(
    ['Upper', 'Lower'], (b, g) => [ta.sma(b.high, g.in_0), ta.sma(b.low, g.in_1)]),
  'MA Cross': named(['PlotShort', 'PlotLong'], (b, g) => [ta.sma(b.close, g.in_0), ta.sma(b.close, g.in_1)]),
  'MA with EMA Cross': named(['MA', 'EMA'], (b, g) => [ta.sma(b.close, g.in_0), ta.ema(b.close, g.in_1)]),
  'Williams Alligator': named(
    ['Jaw', 'Teeth', 'Lips'], (b, g) => [g.in_0, g.in_1, g.in_2].map((length) => ta.rma(b.hl2, length))),
  'Bollinger Bands': named(['Median', 'Upper', 'Lower'], (b, g) => ta.bb(b.close, g.in_0, g.in_1)),
  'Bollinger Bands Width': one('Plot', (b, g) => ta.bbw(b.close, g.in_0, g.in_1)),
  'Donchian Channels': named(
    ['Upper', 'Lower'], (b, g) => [ta.highest(b.high, g.in_0), ta.lowest(b.low, g.in_0)]),
  'Price Channel': named(
    ['Highprice Line', 'Lowprice Line'], (b, g) => [ta.highest(b.high, g.in_0), ta.lowest(b.low, g.in_0)]),
  'Keltner Channels': named(
    ['Middle', 'Upper', 'Lower'], (b, g) => ta.kc(b.close, g.in_1, g.in_2, g.in_0, b.high, b.low, b.close)),
  'Super Trend': one('SuperTrend', (b, g) => ta.supertrend(g.in_1, g.in_0, b.high, b.low, b.close)[0]),
  'Parabolic SAR': one('Plot', (b, g) => ta.sar(g.in_0, g.in_1, g.in_2, b.high, b.low, b.close)),
  'Relative Strength Index': one('Plot', (b, g) => ta.rsi(b.close, g.length)),
  'MACD': named(['MACD', 'Signal', 'Histogram'], (b, g) => ta.macd(b[g.in_3], g.in_0, g.in_1, g.in_2)),
  'Momentum': one('Mom', (b, g) => ta.mom(b[g.in_1], g.in_0)),
  'Rate Of Change': one('ROC', (b, g) => ta.roc(b.close, g.in_0)),
  'Stochastic': (bars, g) => {
    const line = ta.sma(ta.stoch(bars.close, bars.high, bars.low, g.in_0), g.in_1);
    return { '%K': line, '%D': ta.sma(line, g.in_2) };
  },
  'Commodity Channel Index': one('Plot', (b, g) => ta.cci(b.hlc3, g.in_0)),
  'Williams %R': one('Plot', (b, g) => ta.wpr(b.high, b.low, b.close, g.in_0)),
  'True Strength Index': one('True Strength Index', (b, g) => ta.tsi(b.close, g.in_1, g.in_0)),
  'SMI Ergodic Indicator/Oscillator': one('Indicator', (b, g) => ta.tsi(b.close, g.in_0, g.in_1).map((t) => t / 100)),
  'Chande Momentum Oscillator': one('Plot', (b, g) => ta.cmo(b.close, g.in_0)),
  'Money Flow Index': one('Plot', (b, g) => ta.mfi(b.hlc3, g.in_0, b.volume), true),
  'Average True Range': one('Plot', (b, g) => ta.atr(g.in_0, b.high, b.low, b.close)),
  'Average Directional Index': one('ADX', (b, g) => ta.dmi(g.in_1, g.in_0, b.high, b.low, b.close)[2]),
  'Directional Movement': named(
    ['+DI', '-DI', 'ADX'], (b, g) => ta.dmi(g.in_0, g.in_1, b.high, b.low, b.close)),
  'Standard Deviation': one('Plot', (b, g) => ta.stdev(b.close, g.periods).map((s) => s * g.deviations)),
  'Rank Correlation Index': one('Plot', (b, g) => ta.rci(b.close, g.length)),
  'Keltner Channels Width': one('Plot', (b, g) => ta.kcw(b.close, g.length, g.mult, true, b.high, b.low, b.close).map((w) => w / 100)),
  'Symmetrically Weighted Moving Average': one('Plot', (b, g) => ta.swma(b[g.source])),
  'Pivot Points High Low': named(
    ['Pivot highs', 'Pivot lows'], (b, g) => [ta.pivothigh(b.high, g.left, g.right), ta.pivotlow(b.low, g.left, g.right)]
      // It tells a pivot at its own bar; we where it becomes known.
      .map((values) => b.map((i) => i >= g.right ? values[i - g.right] : NaN))),
};
