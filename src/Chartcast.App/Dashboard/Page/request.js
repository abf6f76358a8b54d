import { NeedsToken, NotAllowed, ToolFailed, callTool, listTools } from './server.js';
import { altOf, show } from './gallery.js';
import { byId, make } from './page.js';

const SUGGESTED_SYMBOLS = 200;
const LOOK_MS = 2_000;
const UNFINISHED = ['queued', 'started'];

const CHIPS = [
  ['sma:50', 'SMA 50'], ['sma:200', 'SMA 200'], ['ema:20', 'EMA 20'], ['bb', 'Bollinger'], ['rsi', 'RSI'],
  ['macd', 'MACD'], ['stoch', 'Stochastic'], ['atr', 'ATR'], ['supertrend', 'Supertrend'], ['ichimoku', 'Ichimoku'],
];

/** The form that asks for a chart and follows it to its picture. */
export class RequestForm {
  #steps;
  #open;
  #isFilled = false;

  /** open shows a chart large. */
  constructor(steps, open) {
    this.#steps = steps;
    this.#open = open;
    byId('chips').append(...CHIPS.map(([value, text]) => make('label', { className: 'chip' },
      make('input', { type: 'checkbox', name: 'indicator', value }), make('span', {}, text))));
    byId('request').addEventListener('submit', event => {
      event.preventDefault();
      this.#draw();
    });
  }

  /** Offers what the server has: its words for every choice, and its symbols. */
  async fill() {
    if (this.#isFilled) return;
    const [tools, { symbols }] = await Promise.all([
      listTools(), callTool('get_available_symbols', { limit: SUGGESTED_SYMBOLS }),
    ]);
    const { properties } = tools.find(tool => tool.name === 'generate_chart').inputSchema;
    for (const name of ['interval', 'chartType', 'theme']) choose(byId(name), properties[name]);
    if (matchMedia('(prefers-color-scheme: dark)').matches) byId('theme').value = 'dark';
    byId('symbols').replaceChildren(...symbols.map(one => make('option', { value: one.symbol }, one.description ?? '')));
    if (!byId('symbol').value && symbols.length > 0) byId('symbol').placeholder = symbols[0].symbol;
    this.#isFilled = true;
    // Not before there are words to choose from; Enter in a field waits for this, too.
    byId('draw-button').disabled = false;
  }

  async #draw() {
    tellFaults([]);
    const asked = read();
    if (asked.faults.length > 0) {
      tellFaults(asked.faults);
      return;
    }

    byId('draw-button').disabled = true;
    tellProgress(0, 'Asking …');
    byId('drawn').hidden = true;
    byId('result').hidden = false;
    try {
      // Not waited for, so that the id is known while the steps come.
      const { requestId } = await callTool('generate_chart', { ...asked.arguments, delivery: 'link', wait: false });
      const record = await this.#follow(requestId);
      if (record.error) tellFaults(record.error.faults, record.error.message);
      else await this.#showChart(record);
    } catch (error) {
      byId('result').hidden = true;
      if (error instanceof ToolFailed) tellFaults(error.faults, error.message);
      else if (error instanceof NotAllowed || error instanceof NeedsToken) tellFaults([], error.message);
      else tellFaults([], 'The server cannot be reached: try again.');
    } finally {
      byId('draw-button').disabled = false;
    }
  }

  async #follow(requestId) {
    for (;;) {
      // Events tell at once; where none come, the request is looked at again and again.
      await this.#steps.follow(requestId, LOOK_MS, ({ message, data }) => tellProgress(data.percent, message));
      const record = await callTool('get_chart_status', { requestId });
      if (!UNFINISHED.includes(record.status)) return record;
    }
  }

  async #showChart(record) {
    tellProgress(100, `Drawn by ${record.provider} in ${record.processingTimeMs} ms`);
    const picture = make('img', { width: record.image.widthPx, height: record.image.heightPx });
    await show(picture, record);
    byId('drawn').replaceChildren(
      make('button', { type: 'button', className: 'frame', onclick: () => this.#open(record) }, picture),
      make('figcaption', {}, altOf(record)),
      ...(record.warnings ?? []).map(text => make('p', { className: 'warning' }, text)));
    byId('drawn').hidden = false;
  }
}

function choose(select, { enum: words, default: usual }) {
  select.replaceChildren(...words.map(word => make('option', { value: word }, String(word).replaceAll('_', ' '))));
  if (usual !== undefined) select.value = usual;
}

/** What the form asks for, or what is wrong before the server is asked. */
function read() {
  const faults = [];
  const form = new FormData(byId('request'));
  const indicators = form.getAll('indicator');
  const more = form.get('more').trim();
  if (more) {
    try {
      const list = JSON.parse(more);
      if (Array.isArray(list)) indicators.push(...list);
      else faults.push({ field: 'more', message: 'must be a list in square brackets.' });
    } catch {
      faults.push({ field: 'more', message: 'is no JSON: write a list such as ["sma:50"].' });
    }
  }

  const numbers = {};
  for (const name of ['width', 'height']) if (form.get(name)) numbers[name] = Number(form.get(name));
  return {
    faults,
    arguments: {
      symbol: form.get('symbol').trim(), interval: form.get('interval'), chartType: form.get('chartType'),
      theme: form.get('theme'), ...numbers, ...(indicators.length > 0 && { indicators }),
    },
  };
}

function tellProgress(percent, text) {
  byId('progress').value = percent;
  byId('progress-text').textContent = text;
}

/** Puts each fault beside its field, and the rest above the form. */
function tellFaults(faults, message = '') {
  for (const old of document.querySelectorAll('#request .field-fault')) old.remove();
  for (const field of document.querySelectorAll('#request [aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }

  const placed = faults.filter(fault => place(fault));
  const rest = faults.filter(fault => !placed.includes(fault)).map(fault => `${fault.field} ${fault.message}`);
  byId('request-fault').textContent = placed.length > 0 ? rest.join(' ') : rest.join(' ') || message;
  document.querySelector('#request [aria-invalid]')?.focus();
}

function place({ field, message }) {
  const name = /^[A-Za-z]+/.exec(field)?.[0];
  const control = name === 'indicators' ? byId('more') : byId('request').elements.namedItem(name ?? '');
  if (!(control instanceof HTMLElement)) return false;
  const id = `${control.id}-fault`;
  const before = byId(id);
  if (before) {
    before.textContent += ` ${message}`;
    return true;
  }

  if (control.id === 'more') control.closest('details').open = true;
  control.setAttribute('aria-invalid', 'true');
  control.setAttribute('aria-describedby', id);
  const told = name === field || name === 'more' ? message : `${field} ${message}`;
  control.after(make('p', { id, className: 'fault field-fault' }, told));
  return true;
}
