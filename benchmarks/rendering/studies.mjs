// The two indicators of the benchmark's chart; NaN until there are enough bars.

export function average(closes, length) {
  let sum = 0;
  return closes.map((close, i) => {
    sum += close - (i >= length ? closes[i - length] : 0);
    return i >= length - 1 ? sum / length : NaN;
  });
}

export function strength(closes, length) {
  let up = 0, down = 0;
  return closes.map((close, i) => {
    if (i === 0) return NaN;
    const change = close - closes[i - 1], weight = i <= length ? i : length;
    up += (Math.max(change, 0) - up) / weight;
    down += (Math.max(-change, 0) - down) / weight;
    return i < length ? NaN : 100 - 100 / (1 + up / down);
  });
}
