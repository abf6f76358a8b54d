// The second generation of the TypeScript SDK. Arguments: legacy|auto|<revision> http <url> · … stdio <command> <arguments…>
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { answer, CAPABILITIES, walk } from './walk.mjs';

const [era, kind, target, ...args] = process.argv.slice(2);
const transport = {
  http: () => new StreamableHTTPClientTransport(new URL(target)),
  stdio: () => new StdioClientTransport({ command: target, args, env: process.env, stderr: 'ignore' }),
}[kind]();
const mode = ['legacy', 'auto'].includes(era) ? era : { pin: era };
const client = new Client(
  { name: 'chartcast-tests', version: '1.0.0' },
  { capabilities: CAPABILITIES, versionNegotiation: { mode } });
client.setRequestHandler('elicitation/create', answer);
await client.connect(transport);
const seen = await walk(client, (params, options) => client.callTool(params, options));
const revision = client.getNegotiatedProtocolVersion();
await client.close();
console.log(JSON.stringify({ ...seen, revision }));
