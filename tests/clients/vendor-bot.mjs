// Calls the API through the request module of the vendor's own Telegram bot, unmodified:
// vendor-bot.mjs <checkout of chart-img-telegram-bot with its packages> <base address> <key>.
// Its configured base address (config.json, override.chartImgApiURL) is all that is set. Prints one JSON line a call.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [checkout, base, key] = process.argv.slice(2);
const esbuild = createRequire(join(checkout, 'package.json'))('esbuild');
const configured = {
  name: 'configured',
  setup(build) {
    build.onLoad({ filter: /config\.json$/ }, ({ path }) => {
      const config = JSON.parse(readFileSync(path, 'utf8'));
      config.override = { ...config.override, chartImgApiURL: base };
      return { contents: JSON.stringify(config), loader: 'json' };
    });
  },
};
const built = await esbuild.build({
  entryPoints: [join(checkout, 'src/helper/chartimg.js')],
  bundle: true, format: 'esm', platform: 'node', write: false, plugins: [configured], logLevel: 'error',
});
const bot = await import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0].text).toString('base64')}`);

async function tell(name, answer) {
  const content = Buffer.from(await answer.arrayBuffer());
  const isPng = content.toString('latin1', 1, 4) === 'PNG';
  console.log(JSON.stringify({
    name, status: answer.status, width: isPng ? content.readUInt32BE(16) : null,
    json: isPng ? null : JSON.parse(content.toString()),
  }));
}

await tell('v1', await bot.getTradingViewAdvancedChartRESTv1(
  key, { symbol: 'DEMO:BTC', interval: '1h', theme: 'dark', studies: ['EMA:50', 'RSI'] }));
await tell('v2', await bot.postTradingViewAdvancedChartRESTv2(
  key, { symbol: 'DEMO:BTC', interval: '4h', theme: 'dark', studies: [{ name: 'Volume', forceOverlay: true }] }));
await tell('unknown symbol', await bot.postTradingViewAdvancedChartRESTv2(key, { symbol: 'NASDAQ:NOSUCH' }));
await tell('layout', await bot.postTradingViewLayoutRESTv2(key, { symbol: 'DEMO:BTC' }, { sessionId: 'abc' }));
