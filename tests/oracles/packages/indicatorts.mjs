// The npm package indicatorts (MIT). Many of its functions begin at the first bar with windows that are not full yet.
import * as library from 'indicatorts';

const one = (plot, f, needsVolume = false) => (bars, g) => needsVolume && !bars.hasVolume
  ? null
  : { [plot]: f(bars, g) };

export default {
  'Moving Average': one('Plot', (b, g) => library.sma(b[g.source], { period: g.length })),
  'Moving Average Exponential': one('Plot', (b, g) => library.ema(b[g.source], { period: g.length })),
  'Smoothed Moving Average': one('Plot', (b, g) => library.rma(b[g.in_1], { period: g.in_0 })),
  'Double EMA': one('Plot', (b, g) => library.dema(b.close, { period: g.in_0 })),
  'Triple EMA': one('Plot', (b, g) => library.tema(b.close, { period: g.in_0 })),
  'VWMA': one('Plot', (b, g) => library.vwma(b.close, b.volume, { period: g.in_0 }), true),
  'Bollinger Bands': (b, g) => {
    if (g.in_1 !== 2) return null;
    const bands = library.bb(b.close, { period: g.in_0 });
    return { Median: bands.middle, Upper: bands.upper, Lower: bands.lower };
  },
  'Relative Strength Index': one('Plot', (b, g) => library.rsi(b.close, { period: g.length })),
  'MACD': (b, g) => {
    const lines = library.macd(b[g.in_3], { fast: g.in_0, slow: g.in_1, signal: g.in_2 });
    return { MACD: lines.macdLine, Signal: lines.signalLine };
  },
  'Stochastic': (b, g) => {
    if (g.in_1 !== 1) return null;
    const lines = library.stoch(b.high, b.low, b.close, { kPeriod: g.in_0, dPeriod: g.in_2 });
    return { '%K': lines.k, '%D': lines.d };
  },
  'Williams %R': one('Plot', (b, g) => library.willr(b.high, b.low, b.close, { period: g.in_0 })),
  'Awesome Oscillator': one('Plot', (b) => library.ao(b.high, b.low)),
  'Balance of Power': one('Plot', (b) => library.bop(b.open, b.high, b.low, b.close)),
  'Vortex Indicator': (b, g) => {
    const lines = library.vortex(b.high, b.low, b.close, { period: g.in_0 });
    return { 'VI +': lines.plus, 'VI -': lines.minus };
  },
  'On Balance Volume': one('Plot', (b) => library.obv(b.close, b.volume), true),
  'Accumulation/Distribution': one('Plot', (b) => library.ad(b.high, b.low, b.close, b.volume), true),
  'Chaikin Money Flow': one(
    'Plot', (b, g) => library.cmf(b.high, b.low, b.close, b.volume, { period: g.in_0 }), true),
};
