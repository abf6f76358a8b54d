// The bars of a run: columns, and what follows from them at once.
export class Bars {
  constructor({ interval, zone, bars }) {
    const column = (values) => values.map((value) => value === null ? NaN : value);
    this.interval = interval;
    this.count = bars.time.length;
    this.time = bars.time;
    this.open = column(bars.open);
    this.high = column(bars.high);
    this.low = column(bars.low);
    this.close = column(bars.close);
    this.volume = column(bars.volume);
    this.hasVolume = this.volume.some((value) => !Number.isNaN(value));
    this.isIntraday = /[mh]$/.test(interval);
    this.hl2 = this.map((i) => (this.high[i] + this.low[i]) / 2);
    this.hlc3 = this.map((i) => (this.high[i] + this.low[i] + this.close[i]) / 3);
    this.ohlc4 = this.map((i) => (this.open[i] + this.high[i] + this.low[i] + this.close[i]) / 4);
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false });
    this.timeOfDay = bars.time.map((time) => clock.format(time));
    // Daily and longer bars are dates without a zone.
    this.day = bars.time.map((time) => this.isIntraday
      ? date.format(time)
      : new Date(time).toISOString().slice(0, 10));
  }

  map(f) {
    return Array.from({ length: this.count }, (_, i) => f(i));
  }

  // Bars as most packages want them; seconds.
  get rows() {
    return this._rows ??= this.map((i) => ({
      time: this.time[i] / 1000, open: this.open[i], high: this.high[i], low: this.low[i], close: this.close[i],
      volume: this.volume[i],
    }));
  }
}
