// Computes studies with every oracle there is. Standard input: one JSON object { interval, zone, bars, requests };
// bars are columns (time in milliseconds, open, high, low, close, volume; null where a value is missing), a request is
// { study, inputs } with exact keys and words. Standard output: one JSON object a line,
// { request, oracle, plots } with one array per plot: null where there is no value, "unknown" where the oracle cannot say.
import { readFileSync } from 'node:fs';
import { Bars } from './definitions/bars.mjs';
import { definitions } from './definitions/index.mjs';

const packages = ['lightweight', 'oakscript', 'trading-signals', 'talib', 'technicalindicators', 'indicatorts'];

async function loadOracles() {
  const oracles = { definitions };
  for (const name of packages) {
    try {
      oracles[name] = (await import(`./packages/${name}.mjs`)).default;
    } catch (error) {
      // Without its package an oracle is silent; the tests say so.
      if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    }
  }
  return oracles;
}

const given = JSON.parse(readFileSync(0, 'utf8'));
const bars = new Bars(given);
const oracles = await loadOracles();
const write = (line) => process.stdout.write(JSON.stringify(line) + '\n');
write({ oracles: Object.keys(oracles) });
given.requests.forEach(({ study, inputs }, request) => {
  for (const [oracle, studies] of Object.entries(oracles)) {
    if (!Object.hasOwn(studies, study)) continue;
    const plots = studies[study](bars, inputs);
    if (!plots) continue;
    for (const [key, values] of Object.entries(plots)) {
      plots[key] = bars.map((i) => values[i] === undefined ? 'unknown' : Number.isFinite(values[i]) ? values[i] : null);
    }
    write({ request, oracle, plots });
  }
});
