import { NeedsToken, ask, clientId } from './server.js';

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

// The server sends a comment every 30 s: a connection that says nothing for longer is dead.
const SILENCE_MS = 75_000;

/** The server's events, over fetch: an EventSource could not send a token along. */
export class EventStream {
  #onState;
  #onEvent;
  #stop = null;
  #lastId = '';
  #retryMs = FIRST_RETRY_MS;

  constructor(onState, onEvent) {
    this.#onState = onState;
    this.#onEvent = onEvent;
  }

  start() {
    if (this.#stop) return;
    this.#stop = new AbortController();
    this.#run(this.#stop.signal);
  }

  stop() {
    this.#stop?.abort();
    this.#stop = null;
  }

  async #run(stopped) {
    let failures = 0;
    while (!stopped.aborted) {
      this.#onState({ name: 'connecting' });
      try {
        await this.#listen(stopped, () => {
          failures = 0;
          this.#onState({ name: 'live' });
        });
      } catch (error) {
        if (error instanceof NeedsToken) {
          this.#onState({ name: 'refused' });
          return;
        }
      }

      if (stopped.aborted) break;
      const waitMs = Math.min(LONGEST_RETRY_MS, this.#retryMs * 2 ** failures++) * (0.75 + Math.random() / 2);
      this.#onState({ name: 'waiting', seconds: Math.max(1, Math.round(waitMs / 1000)) });
      await pause(waitMs, stopped);
    }

    this.#onState({ name: 'stopped' });
  }

  async #listen(stopped, opened) {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENCE_MS);
    try {
      const response = await ask(`mcp/events/${clientId}`, {
        headers: { Accept: 'text/event-stream', ...(this.#lastId && { 'Last-Event-ID': this.#lastId }) },
        signal: AbortSignal.any([stopped, silence.signal]),
      });
      if (!response.ok) throw new Error(`The stream answered ${response.status}.`);
      opened();
      for await (const line of linesOf(response.body)) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENCE_MS);
        this.#takeLine(line);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  #frame = { name: '', data: [] };

  /** WHATWG HTML, section 9.2.6. */
  #takeLine(line) {
    if (line === '') {
      const { name, data } = this.#frame;
      this.#frame = { name: '', data: [] };
      if (data.length > 0) this.#onEvent(name || 'message', JSON.parse(data.join('\n')));
      return;
    }

    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#frame.name = value;
    else if (field === 'data') this.#frame.data.push(value);
    else if (field === 'id' && !value.includes('\0')) this.#lastId = value;
    else if (field === 'retry' && /^\d+$/.test(value)) this.#retryMs = Number(value);
  }
}

async function* linesOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const lines = (rest + value).split('\n');
      rest = lines.pop();
      for (const line of lines) yield line.replace(/\r$/, '');
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function pause(ms, stopped) {
  return new Promise(done => {
    const timer = setTimeout(done, ms);
    stopped.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    }, { once: true });
  });
}
