// The same chart with the primitives of Skia: one rectangle or path an item, as a chart library would draw it.
import { readFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { average, strength } from './studies.mjs';
import { row } from './table.mjs';

const { shown, bars } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const width = 800, height = 600, plotRight = 742, priceBottom = 445, bottom = 572;

function draw() {
  const closes = bars.map((bar) => bar[4]);
  const lines = [[average(closes, 20), '#2196F3'], [average(closes, 50), '#FF6D00']], rsi = strength(closes, 14);
  const first = bars.length - shown, visible = bars.slice(first), spacing = plotRight / shown;
  const high = Math.max(...visible.map((bar) => bar[2])), low = Math.min(...visible.map((bar) => bar[3]));
  const most = Math.max(...visible.map((bar) => bar[5]));
  const yOf = (price) => 60 + (high - price) / (high - low) * (priceBottom - 160);
  const xOf = (i) => (i + 0.5) * spacing;
  const canvas = createCanvas(width, height), context = canvas.getContext('2d');
  context.fillStyle = '#FFFFFF';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#F0F3FA';
  for (let x = 70; x < plotRight; x += 147) context.fillRect(x, 0, 1, bottom);
  for (let y = 27; y < bottom; y += 34) context.fillRect(0, y, plotRight, 1);
  visible.forEach((bar, i) => {
    const isUp = bar[4] >= bar[1], x = Math.floor(i * spacing), tall = Math.round(bar[5] / most * 90);
    context.fillStyle = isUp ? 'rgba(8,153,129,0.5)' : 'rgba(242,54,69,0.5)';
    context.fillRect(x, priceBottom - tall, 2, tall);
    context.fillStyle = isUp ? '#089981' : '#F23645';
    context.fillRect(x + 1, Math.round(yOf(bar[2])), 1, Math.max(1, Math.round(yOf(bar[3]) - yOf(bar[2]))));
    const top = Math.round(yOf(Math.max(bar[1], bar[4]))), end = Math.round(yOf(Math.min(bar[1], bar[4])));
    context.fillRect(x, top, 3, Math.max(1, end - top));
  });
  const polyline = (values, y, color) => {
    context.strokeStyle = color;
    context.beginPath();
    for (let i = 0; i < shown; i++) context.lineTo(xOf(i), y(values[first + i]));
    context.stroke();
  };
  context.lineWidth = 1;
  context.lineJoin = 'round';
  for (const [values, color] of lines) polyline(values, yOf, color);
  context.fillStyle = 'rgba(126,87,194,0.1)';
  context.fillRect(0, 486, plotRight, 45);
  polyline(rsi, (value) => bottom - value / 100 * (bottom - priceBottom), '#7E57C2');
  context.fillStyle = '#131722';
  context.font = '12px sans-serif';
  for (let i = 0; i < 16; i++) context.fillText((220 - 4 * i).toFixed(2), 752, 31 + 34 * i);
  ['Nov', '2025', 'Mar', 'May', 'Jul'].forEach((text, i) => context.fillText(text, 60 + 147 * i, 591));
  context.fillText('BENCH · 1D · NASDAQ   O 192.99  H 193.44  L 192.45  C 193.41  +0.54 (+0.28%)', 8, 20);
  context.fillText('SMA 20 close 195.68', 8, 38);
  context.fillText('SMA 50 close 197.54', 8, 55);
  context.fillText('RSI 14 42.04', 8, 467);
  return canvas.encodeSync('png');
}

const runs = Number(process.env.RUNS ?? 40), times = [];
let png;
for (let i = -5; i < runs; i++) {
  const started = performance.now();
  png = draw();
  if (i >= 0) times.push(performance.now() - started);
}

row('Skia (@napi-rs/canvas), 800×600', times, png.length, process.memoryUsage().rss >> 20);
