/** Speaks to the server this page came from, with the token its reader gave. */

const TOKEN_NAME = 'chartcast-token';
const NO_TOKEN = 'That is no token: write it as it was given to you.';

export const clientId = `dashboard-${[...crypto.getRandomValues(new Uint8Array(8))]
  .map(byte => byte.toString(16).padStart(2, '0')).join('')}`;

/** The server wants a token, or another one. */
export class NeedsToken extends Error {}

/** The token does not give the right to do this. */
export class NotAllowed extends Error {}

/** A tool could not do what was asked; faults name the fields. */
export class ToolFailed extends Error {
  constructor(message, faults = [], suggestions = []) {
    super(message);
    this.faults = faults;
    this.suggestions = suggestions;
  }
}

/** The token of this tab; a browser that keeps nothing keeps it until the page is left. */
export const token = {
  text: read(),
  keep(text) {
    this.text = text;
    try {
      if (text) sessionStorage.setItem(TOKEN_NAME, text);
      else sessionStorage.removeItem(TOKEN_NAME);
    } catch {
      // Storage is switched off.
    }
  },
};

function read() {
  try {
    return sessionStorage.getItem(TOKEN_NAME) ?? '';
  } catch {
    return '';
  }
}

/** Fetches from the server; relative, since it may lie below a path of a proxy. */
export async function ask(path, options = {}) {
  const headers = new Headers(options.headers);
  headers.set('X-Client-Id', clientId);
  try {
    if (token.text) headers.set('Authorization', `Bearer ${token.text}`);
  } catch {
    throw new NeedsToken(NO_TOKEN);
  }

  const response = await fetch(path, { cache: 'no-store', ...options, headers });
  if (response.status === 400 && token.text && response.headers.has('WWW-Authenticate'))
    throw new NeedsToken(NO_TOKEN);
  if (response.status === 401)
    throw new NeedsToken(token.text ? 'The server does not take this token.' : 'The server asks for a token.');
  return response;
}

/** Calls a tool; gives what it answers as structured content. */
export async function callTool(name, args = {}) {
  const result = await send('mcp/tools/call', 'tools/call', { name, arguments: args });
  return result.structuredContent;
}

/** The tools, with the schemas of their arguments. */
export async function listTools() {
  return (await send('mcp/tools/list', 'tools/list')).tools;
}

let nextId = 0;

async function send(path, method, params = {}) {
  const response = await ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: ++nextId, method, params }),
  });
  const answer = await response.json();
  if (response.status === 403) throw new NotAllowed(answer.error?.message ?? 'This is not allowed.');
  if (!answer.error) return answer.result;
  const { message, data } = answer.error;
  throw new ToolFailed(typeof data === 'string' ? data : message, data?.faults ?? [], data?.suggestions ?? []);
}

/** An address for a file of the server that can stand in the page; a file behind a token is fetched for it. */
export async function addressOf(path) {
  if (!token.text) return path;
  const response = await ask(path, { cache: 'default' });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return URL.createObjectURL(await response.blob());
}
