// Moon phases from where the Moon and the Sun stand, minute by minute: new where their longitudes meet, full where they
// are opposite. Good to a minute or so. J. Meeus, "Astronomical Algorithms", chapters 25 and 47; our own computation
// takes chapter 49 instead.
const radians = Math.PI / 180;
const sine = (degrees) => Math.sin(degrees * radians);

// Millionths of a degree of the Moon's longitude; multiples of its elongation, the Sun's anomaly, its own anomaly and
// its argument of latitude.
const terms = [
  [6288774, 0, 0, 1, 0], [1274027, 2, 0, -1, 0], [658314, 2, 0, 0, 0], [213618, 0, 0, 2, 0], [-185116, 0, 1, 0, 0],
  [-114332, 0, 0, 0, 2], [58793, 2, 0, -2, 0], [57066, 2, -1, -1, 0], [53322, 2, 0, 1, 0], [45758, 2, -1, 0, 0],
  [-40923, 0, 1, -1, 0], [-34720, 1, 0, 0, 0], [-30383, 0, 1, 1, 0], [15327, 2, 0, 0, -2], [-12528, 0, 0, 1, 2],
  [10980, 0, 0, 1, -2], [10675, 4, 0, -1, 0], [10034, 0, 0, 3, 0], [8548, 4, 0, -2, 0], [-7888, 2, 1, -1, 0],
  [-6766, 2, 1, 0, 0], [-5163, 1, 0, -1, 0], [4987, 1, 1, 0, 0], [4036, 2, -1, 1, 0], [3994, 2, 0, 2, 0],
  [3861, 4, 0, 0, 0], [3665, 2, 0, -3, 0], [-2689, 0, 1, -2, 0], [-2602, 2, 0, -1, 2], [2390, 2, -1, -2, 0],
  [-2348, 1, 0, 1, 0], [2236, 2, -2, 0, 0], [-2120, 0, 1, 2, 0], [-2069, 0, 2, 0, 0], [2048, 2, -2, -1, 0],
  [-1773, 2, 0, 1, -2], [-1595, 2, 0, 0, 2], [1215, 4, -1, -1, 0], [-1110, 0, 0, 2, 2],
];

// How far the Moon is ahead of the Sun, in degrees from 0 to 360.
function elongation(ms) {
  const seconds = 69;
  const t = (ms / 86_400_000 + 2_440_587.5 + seconds / 86_400 - 2_451_545) / 36_525;
  const d = 297.8501921 + 445267.1114034 * t - 0.0018819 * t * t;
  const m = 357.5291092 + 35999.0502909 * t - 0.0001536 * t * t;
  const n = 134.9633964 + 477198.8675055 * t + 0.0087414 * t * t;
  const f = 93.2720950 + 483202.0175233 * t - 0.0036539 * t * t;
  const e = 1 - 0.002516 * t;
  const mean = 218.3164477 + 481267.88123421 * t - 0.0015786 * t * t;
  const moon = mean + (terms.reduce(
    (sum, [size, a, b, c, g]) => sum + size * e ** Math.abs(b) * sine(a * d + b * m + c * n + g * f), 0)
    + 3958 * sine(119.75 + 131.849 * t) + 1962 * sine(mean - f) + 318 * sine(53.09 + 479264.290 * t)) / 1e6;
  const sun = 280.46646 + 36000.76983 * t + 0.0003032 * t * t + (1.914602 - 0.004817 * t) * sine(m)
    + 0.019993 * sine(2 * m) + 0.000289 * sine(3 * m) - 0.00569;
  return (((moon - sun) % 360) + 360) % 360;
}

// Whether the elongation passes an angle between two moments; it grows by some 12 degrees a day.
function passes(from, end, angle) {
  const step = 6 * 3_600_000;
  const ahead = (ms) => (elongation(ms) - angle + 540) % 360 - 180;
  for (let a = from; a < end; a += step) {
    const b = Math.min(a + step, end);
    if (ahead(a) < 0 && ahead(b) >= 0 && ahead(b) - ahead(a) < 90) return true;
  }
  return false;
}

function endOf(time, interval) {
  const count = Number.parseInt(interval, 10), unit = interval.at(-1), date = new Date(time);
  if (unit === 'M' || unit === 'Y')
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count * (unit === 'Y' ? 12 : 1), date.getUTCDate());
  return time + count * { m: 60_000, h: 3_600_000, D: 86_400_000, W: 7 * 86_400_000 }[unit];
}

export default {
  'Moon Phases': (bars) => {
    const ends = bars.time.map((time) => endOf(time, bars.interval));
    const mark = (angle, prices) => bars.map(
      (i) => passes(i === 0 ? bars.time[0] : ends[i - 1], ends[i], angle) ? prices[i] : NaN);
    return { 'New Moon': mark(0, bars.high), 'Full Moon': mark(180, bars.low) };
  },
};
