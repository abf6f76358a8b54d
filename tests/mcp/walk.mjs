// What every TypeScript client does: list, draw with progress, decode, read the resource, be asked, leave a call, look what became of it.
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';

const CHART = { symbol: 'DEMO:CLIENTS', interval: '1D', width: 640, height: 400, indicators: [{ type: 'sma', period: 20 }] };
// Drawn by an upstream that never answers; whoever runs this ends standard input when the call has got there.
const ENDLESS = { symbol: 'NASDAQ:AAPL', provider: 'chart-img' };

/** What a client says it can do. */
export const CAPABILITIES = { elicitation: {} };

/** The person's answer to the question for a symbol. */
export const answer = () => ({ action: 'accept', content: { symbol: 'DEMO:ASKED' } });

/** @param {(params: object, options?: object) => Promise<any>} call calls a tool as this client's generation does. */
export async function walk(client, call) {
  const { tools } = await client.listTools();
  const progress = [];
  const result = await call({ name: 'generate_chart', arguments: CHART }, { onprogress: (step) => progress.push(step.progress) });
  const picture = Buffer.from(result.content.find((block) => block.type === 'image').data, 'base64');
  const link = result.content.find((block) => block.type === 'resource_link');
  const { contents } = await client.readResource({ uri: link?.uri ?? uriIn(result) });
  return {
    server: client.getServerVersion()?.name,
    tools: tools.map((tool) => tool.name),
    progress,
    picture: { ...sizeOf(picture), sha256: sha256(picture) },
    resource: { mimeType: contents[0].mimeType, sha256: sha256(Buffer.from(contents[0].blob, 'base64')) },
    status: result.structuredContent.status,
    asked: (await call({ name: 'generate_chart', arguments: { interval: '1D' } })).structuredContent.symbol,
    left: await leave(call),
  };
}

// Revisions before 2025-06-18 have no resource links; the text names the request.
const uriIn = (result) => `chart://${/req_\w+/.exec(result.content[0].text)[0]}`;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Decodes a PNG as far as its rows and gives its size; throws when it is not whole. */
function sizeOf(file) {
  const widthPx = file.readUInt32BE(16);
  const heightPx = file.readUInt32BE(20);
  const bitsPerPixel = file[24] * { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[file[25]];
  const data = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const rows = inflateSync(Buffer.concat(data)).length;
  const expected = heightPx * (1 + Math.ceil((widthPx * bitsPerPixel) / 8));
  if (rows !== expected) throw new Error(`The picture has ${rows} bytes of rows, not ${expected}.`);
  return { widthPx, heightPx };
}

/** Leaves a call while it runs; gives what the caller saw and what the server says of it. */
async function leave(call) {
  const abort = new AbortController();
  process.stdin.resume().once('end', () => abort.abort(new Error('enough')));
  const seen = await call({ name: 'generate_chart', arguments: ENDLESS }, { signal: abort.signal })
    .then(() => 'answered', () => (abort.signal.aborted ? 'aborted' : 'failed'));
  for (let attempt = 0; attempt < 200; attempt++) {
    const recent = await call({ name: 'get_recent_requests', arguments: { symbol: ENDLESS.symbol, limit: 1, status: 'cancelled' } });
    if (/cancelled/.test(recent.content[0].text)) return { seen, status: 'cancelled' };
    await pause(25);
  }
  return { seen, status: 'unknown' };
}
