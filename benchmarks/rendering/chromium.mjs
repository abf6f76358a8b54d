// lightweight-charts in headless Chromium: a page draws the chart again and again before it has loaded, and its text,
// printed by the browser, holds the times.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { average, strength } from './studies.mjs';
import { memoryOf, row } from './table.mjs';

const [bars, folder] = process.argv.slice(2), page = join(folder, 'page.html');
const library = join(
  dirname(createRequire(import.meta.url).resolve('lightweight-charts/package.json')),
  'dist/lightweight-charts.standalone.production.js');

function measure(runs, data) {
  const { bars, shown } = data, L = window.LightweightCharts, times = [];
  let bytes = 0;
  for (let i = -5; i < runs; i++) {
    const box = document.body.appendChild(document.createElement('div'));
    const started = performance.now();
    const chart = L.createChart(box, { width: 800, height: 600 });
    const series = (kind, options, pane, values) => {
      const added = chart.addSeries(kind, options, pane);
      added.setData(values);
      return added;
    };
    const closes = bars.map((bar) => bar[4]);
    const line = (values) => values
      .map((value, at) => ({ time: bars[at][0], value })).filter((point) => !Number.isNaN(point.value));
    series(L.CandlestickSeries, {}, 0, bars.map(([time, open, high, low, close]) => ({ time, open, high, low, close })));
    series(L.HistogramSeries, { priceScaleId: 'volume', color: 'rgba(8,153,129,0.5)' }, 0,
      bars.map((bar) => ({ time: bar[0], value: bar[5] })))
      .priceScale().applyOptions({ scaleMargins: { top: 0.8, bottom: 0 } });
    series(L.LineSeries, { color: '#2196F3', lineWidth: 1 }, 0, line(average(closes, 20)));
    series(L.LineSeries, { color: '#FF6D00', lineWidth: 1 }, 0, line(average(closes, 50)));
    series(L.LineSeries, { color: '#7E57C2', lineWidth: 1 }, 1, line(strength(closes, 14)));
    chart.timeScale().setVisibleLogicalRange({ from: bars.length - shown, to: bars.length });
    const png = chart.takeScreenshot().toDataURL('image/png');
    if (i >= 0) times.push(performance.now() - started);
    bytes = Math.round((png.length - png.indexOf(',') - 1) * 3 / 4);
    chart.remove();
    box.remove();
  }

  document.body.textContent = `RESULT${JSON.stringify({ times, bytes })}RESULT`;
}

const runs = Number(process.env.RUNS ?? 40);
writeFileSync(page, `<!doctype html><meta charset="utf-8"><body><script>${readFileSync(library, 'utf8')}</script>
<script>${average}\n${strength}\n${measure}\nmeasure(${runs}, ${readFileSync(bars, 'utf8')});</script>`);
const browser = spawn('chromium', [
  '--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, '--dump-dom',
  `file://${page}`,
], { stdio: ['ignore', 'pipe', 'ignore'] });
let text = '', memory = 0;
browser.stdout.on('data', (part) => { text += part; });
const watch = setInterval(() => { memory = Math.max(memory, memoryOf(browser.pid)); }, 200);
browser.on('close', () => {
  clearInterval(watch);
  const result = /RESULT(\{.*?\})RESULT/.exec(text);
  if (!result) {
    console.log('| lightweight-charts: Chromium gave no result | | | | |');
    return;
  }

  const { times, bytes } = JSON.parse(result[1]);
  row('lightweight-charts in Chromium, 800×600', times, bytes, memory);
});
