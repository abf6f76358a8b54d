// The official TypeScript SDK's server with one tool, health_check, as fast as the SDK's documentation lets it be:
// plain node:http, JSON answers, schemas read once, nothing logged.
//   node server.mjs KIND PORT ADDRESS-OF-CHARTCAST
// KIND is v2-modern or v2-session, either with -low for the SDK's lower layer, or v1-session.
// The tool's schemas, its answer's text and the server's description are asked of Chartcast, so that both say the same.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import {
  localhostHostValidation, localhostOriginValidation, NodeStreamableHTTPServerTransport, toNodeHandler,
} from '@modelcontextprotocol/node';
import { createMcpHandler, fromJsonSchema, McpServer, Server } from '@modelcontextprotocol/server';
import { Server as ServerOfV1 } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const [kind, port, chartcast] = process.argv.slice(2);
const { tool, info, text, structured } = await description(chartcast);
const begin = Date.now();

/** What health_check answers: the values of now, in the form and size of Chartcast's answer. */
function health() {
  const now = new Date();
  return {
    content: [{ type: 'text', text }],
    structuredContent: {
      ...structured,
      timestamp: now.toISOString().replace('Z', '0000Z'),
      uptimeSeconds: Math.floor((now - begin) / 1000),
      providers: [...structured.providers],
    },
  };
}

const input = fromJsonSchema(tool.inputSchema), output = fromJsonSchema(tool.outputSchema);

function highLevel() {
  const server = new McpServer(info, { capabilities: { tools: {} } });
  const { title, description, annotations, icons } = tool;
  server.registerTool(
    tool.name, { title, description, annotations, icons, inputSchema: input, outputSchema: output }, () => health());
  return server;
}

// The lower layer checks neither arguments nor answers against the schemas.
function lowLevel() {
  const server = new Server(info, { capabilities: { tools: {} } });
  server.setRequestHandler('tools/list', () => ({ tools: [tool] }));
  server.setRequestHandler('tools/call', () => health());
  return server;
}

// Version 1 takes JSON Schema through its lower layer only.
function lowLevelOfV1() {
  const server = new ServerOfV1(info, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [tool] }));
  server.setRequestHandler(CallToolRequestSchema, () => health());
  return server;
}

// "auto" answers with JSON when the handler sends nothing before its result, as this one.
const modern = (createServerOfSdk) => toNodeHandler(createMcpHandler(createServerOfSdk, { legacy: 'reject' }));

/** Serves sessions: one server and one transport each, found by the session's id. */
function sessions(createServerOfSdk, Transport) {
  const open = new Map();
  return async (request, response) => {
    const id = request.headers['mcp-session-id'];
    if (id !== undefined && !open.has(id)) {
      response.writeHead(404).end();
      return;
    }

    let transport = open.get(id);
    if (transport === undefined) {
      transport = new Transport({
        sessionIdGenerator: randomUUID,
        enableJsonResponse: true,
        onsessioninitialized: (session) => { open.set(session, transport); },
        onsessionclosed: (session) => { open.delete(session); },
      });
      await createServerOfSdk().connect(transport);
    }

    await transport.handleRequest(request, response);
  };
}

const handlers = {
  'v2-modern': () => modern(highLevel),
  'v2-modern-low': () => modern(lowLevel),
  'v2-session': () => sessions(highLevel, NodeStreamableHTTPServerTransport),
  'v2-session-low': () => sessions(lowLevel, NodeStreamableHTTPServerTransport),
  'v1-session': () => sessions(lowLevelOfV1, StreamableHTTPServerTransport),
};

const handler = handlers[kind](), hasGoodHost = localhostHostValidation(), hasGoodOrigin = localhostOriginValidation();
createServer((request, response) => {
  if (hasGoodHost(request, response) && hasGoodOrigin(request, response)) handler(request, response);
}).listen(Number(port), '127.0.0.1');

async function description(address) {
  const revision = '2026-07-28', meta = 'io.modelcontextprotocol/';
  const ask = async (method, params = {}) => {
    const response = await fetch(new URL('/mcp', address), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json', Accept: 'application/json, text/event-stream',
        'MCP-Protocol-Version': revision, 'Mcp-Method': method, ...params.name && { 'Mcp-Name': params.name },
      },
      body: JSON.stringify({
        jsonrpc: '2.0', id: 1, method,
        params: { ...params, _meta: { [`${meta}protocolVersion`]: revision, [`${meta}clientCapabilities`]: {} } },
      }),
    });
    const answer = await response.json();
    if (answer.result === undefined) throw new Error(`${method}: ${JSON.stringify(answer)}`);
    return answer.result;
  };

  const { tools } = await ask('tools/list');
  const answer = await ask('tools/call', { name: 'health_check', arguments: {} });
  return {
    tool: tools.find((candidate) => candidate.name === 'health_check'),
    info: answer._meta[`${meta}serverInfo`],
    text: answer.content[0].text,
    structured: answer.structuredContent,
  };
}
