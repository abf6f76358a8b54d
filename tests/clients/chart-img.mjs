// Calls the API of Chart-IMG with axios as its clients do: chart-img.mjs <base address> <key>.
// Prints one JSON line a call.
import axios from 'axios';

const [base, key] = process.argv.slice(2);
const headers = { 'x-api-key': key };

async function call(name, send) {
  try {
    const answer = await send();
    const body = Buffer.from(answer.data);
    console.log(JSON.stringify({
      name, status: answer.status, type: answer.headers['content-type'],
      width: body.toString('latin1', 1, 4) === 'PNG' ? body.readUInt32BE(16) : null,
      json: answer.headers['content-type'].startsWith('application/json') ? JSON.parse(body.toString()) : null,
    }));
  } catch (error) {
    if (!error.response) throw error;
    console.log(JSON.stringify({ name, status: error.response.status, json: JSON.parse(Buffer.from(error.response.data)) }));
  }
}

const options = { headers, responseType: 'arraybuffer' };
const body = { symbol: 'DEMO:BTC', interval: '4h', width: 640, studies: [{ name: 'MACD' }] };
await call('chart', () => axios.post(`${base}/v2/tradingview/advanced-chart`, body, options));
await call('storage', () => axios.post(`${base}/v2/tradingview/advanced-chart/storage`, body, options));
await call('wrong', () => axios.post(`${base}/v2/tradingview/advanced-chart`, { ...body, interval: '4 hours' }, options));
await call('forbidden', () => axios.post(`${base}/v2/tradingview/advanced-chart`, body, { ...options, headers: {} }));
await call('mini', () => axios.get(`${base}/v1/tradingview/mini-chart`, {
  params: { symbol: 'DEMO:BTC', interval: '1Y' }, headers: { Authorization: `Bearer ${key}` }, responseType: 'arraybuffer',
}));
