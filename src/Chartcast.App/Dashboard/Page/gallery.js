import { addressOf, callTool, token } from './server.js';
import { byId, localTime, make } from './page.js';

const MOST_CHARTS = 24;
const ENDINGS = { 'image/png': 'png', 'image/svg+xml': 'svg', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

/** The newest charts, and one of them large. */
export class Gallery {
  #cards = new Map();

  constructor() {
    byId('viewer-close').addEventListener('click', () => byId('viewer').close());
    byId('viewer').addEventListener('click', event => {
      if (event.target === byId('viewer')) byId('viewer').close();
    });
  }

  async refresh() {
    const { requests } = await callTool('get_recent_requests', { limit: MOST_CHARTS, status: 'completed' });
    const kept = new Map(requests.map(record => [record.requestId, this.#cards.get(record.requestId) ?? this.#cardOf(record)]));
    for (const [id, card] of this.#cards) if (!kept.has(id)) forget(card.querySelector('img'));
    this.#cards = kept;
    const list = byId('gallery');
    // Cards that stay are not touched: focus and pictures stay with them.
    for (const card of [...list.children]) if (![...kept.values()].includes(card)) card.remove();
    [...kept.values()].forEach((card, index) => {
      if (list.children[index] !== card) list.insertBefore(card, list.children[index] ?? null);
    });
    byId('gallery-hint').hidden = kept.size > 0;
  }

  /** Shows a chart large, with its other forms. */
  async open(record) {
    byId('viewer-title').textContent = titleOf(record);
    byId('viewer-caption').textContent = altOf(record);
    const picture = byId('viewer-picture');
    forget(picture);
    picture.removeAttribute('src');
    byId('viewer-links').replaceChildren(
      fileLink(record, endingOf(record), 'Picture'), fileLink(record, 'json', 'JSON'),
      // An outside provider gives a picture and no bars.
      record.provider === 'local' && record.chartType !== 'sheet' ? fileLink(record, 'csv', 'CSV') : null);
    if (!byId('viewer').open) byId('viewer').showModal();
    await show(picture, record);
  }

  #cardOf(record) {
    const picture = make('img', { loading: 'lazy', decoding: 'async', width: record.image.widthPx, height: record.image.heightPx });
    show(picture, record);
    return make('li', { 'data-request': record.requestId },
      make('button', { type: 'button', onclick: () => this.open(record) },
        picture,
        make('span', { className: 'what' }, `${record.symbol} · ${record.interval}`),
        make('span', { className: 'muted' }, `${record.chartType} · ${record.provider} · ${localTime(new Date(record.createdAt))}`)));
  }
}

/** Puts a chart into an image, with its words. */
export async function show(picture, record) {
  picture.alt = altOf(record);
  try {
    picture.src = await addressOf(pathOf(record, endingOf(record)));
  } catch {
    picture.alt = `${altOf(record)} (the picture could not be fetched)`;
  }
}

export function altOf(record) {
  return record.altText ?? `${record.symbol}, ${record.interval}, ${record.chartType}, drawn by ${record.provider}`;
}

function titleOf(record) {
  return `${record.symbol} · ${record.interval} · ${record.chartType}`;
}

function endingOf(record) {
  return ENDINGS[record.image.mimeType] ?? 'png';
}

function pathOf(record, ending) {
  return `charts/${encodeURIComponent(record.requestId)}.${ending}`;
}

function fileLink(record, ending, text) {
  const path = pathOf(record, ending);
  const link = make('a', { href: path, target: '_blank', rel: 'noopener', className: 'button' }, text);
  if (!token.text) return link;
  // A link sends no token: the file is fetched with it and saved.
  link.addEventListener('click', async event => {
    event.preventDefault();
    const address = await addressOf(path);
    make('a', { href: address, download: path.slice(path.lastIndexOf('/') + 1) }).click();
    setTimeout(() => URL.revokeObjectURL(address));
  });
  return link;
}

function forget(picture) {
  if (picture.src.startsWith('blob:')) URL.revokeObjectURL(picture.src);
}
