// Measures targets one after the other, in turns: how long one call takes, and how many a second there are.
// measure.mjs <seconds> <rounds> <name=url>…
import { Agent, request } from "node:http";

const [seconds, rounds, ...targets] = process.argv.slice(2);
const CONNECTIONS = 16;
let serial = 0;

function call(agent, url, direct, symbol) {
  const body = direct
    ? JSON.stringify({ symbol, interval: "1D", width: 800, height: 600 })
    : JSON.stringify({
        jsonrpc: "2.0", id: 1, method: "tools/call",
        params: { name: "generate_chart", arguments: { symbol, provider: "chart-img", delivery: "inline" } },
      });
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: "POST", agent,
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), "x-api-key": "benchmark" },
    }, (answer) => {
      let bytes = 0;
      const head = [];
      answer.on("data", (part) => { bytes += part.length; if (bytes < 4096) head.push(part); });
      answer.on("end", () => {
        if (answer.statusCode !== 200 || (!direct && bytes < 5000))
          reject(new Error(`${url}: ${answer.statusCode} ${Buffer.concat(head).toString().slice(0, 400)}`));
        else resolve();
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const symbolOf = (kept) => (kept ? "NASDAQ:KEPT" : `NASDAQ:S${process.pid}X${serial++}`);

async function latencies({ url, direct, kept }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const took = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const begin = performance.now();
    await call(agent, url, direct, symbolOf(kept));
    took.push(performance.now() - begin);
  }
  agent.destroy();
  return took.sort((a, b) => a - b);
}

async function throughput({ url, direct, kept }) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let count = 0;
  const begin = performance.now();
  const end = begin + seconds * 1000;
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    while (performance.now() < end) { await call(agent, url, direct, symbolOf(kept)); count++; }
  }));
  agent.destroy();
  return (count * 1000) / (performance.now() - begin);
}

const parsed = targets.map((target) => {
  const at = target.indexOf("=");
  const name = target.slice(0, at);
  return { name, url: target.slice(at + 1), direct: name.startsWith("upstream"), kept: name.includes("kept"), p50: [], p95: [], rate: [] };
});
for (const target of parsed) await latencies(target); // warm-up
for (let round = 0; round < rounds; round++) {
  for (const target of parsed) {
    const took = await latencies(target);
    target.p50.push(took[Math.floor(took.length / 2)]);
    target.p95.push(took[Math.floor(took.length * 0.95)]);
    target.rate.push(await throughput(target));
  }
}
const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
console.log("| who answers | p50 ms, one at a time | p95 ms | calls/s, 16 at once |");
console.log("|---|---|---|---|");
for (const target of parsed)
  console.log(`| ${target.name} | ${median(target.p50).toFixed(2)} | ${median(target.p95).toFixed(2)} | ${Math.round(median(target.rate))} |`);
