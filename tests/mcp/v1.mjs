// The first generation of the TypeScript SDK. Arguments: http <url> · sse <url> · stdio <command> <arguments…>
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { answer, CAPABILITIES, walk } from './walk.mjs';

const [kind, target, ...args] = process.argv.slice(2);
const transport = {
  http: () => new StreamableHTTPClientTransport(new URL(target)),
  sse: () => new SSEClientTransport(new URL(target)),
  stdio: () => new StdioClientTransport({ command: target, args, env: process.env, stderr: 'ignore' }),
}[kind]();
// The client tells its transport what was agreed on, and nobody else.
let revision;
const tell = transport.setProtocolVersion?.bind(transport);
transport.setProtocolVersion = (agreed) => {
  revision = agreed;
  tell?.(agreed);
};
const client = new Client({ name: 'chartcast-tests', version: '1.0.0' }, { capabilities: CAPABILITIES });
client.setRequestHandler(ElicitRequestSchema, answer);
await client.connect(transport);
const seen = await walk(client, (params, options) => client.callTool(params, undefined, options));
if (kind === 'http') await transport.terminateSession();
await client.close();
console.log(JSON.stringify({ ...seen, revision }));
