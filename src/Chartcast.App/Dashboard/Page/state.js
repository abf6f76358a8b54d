import { byId, count, duration, make } from './page.js';

const PROVIDERS = { local: 'own engine', 'chart-img': 'Chart-IMG' };

/** The pill that tells health; without an answer, why there is none. */
export function showHealth(health, why) {
  const pill = byId('health');
  pill.dataset.mood = !health ? 'bad' : health.status === 'healthy' ? 'good' : 'bad';
  pill.textContent = !health ? why : health.status === 'healthy' ? 'Healthy' : 'Unhealthy';
  pill.title = health?.storage ?? '';
}

export function showStream(state) {
  const pill = byId('stream');
  const [mood, text] = {
    connecting: ['quiet', 'Connecting …'],
    live: ['good', 'Live'],
    waiting: ['warn', `Reconnecting in ${state.seconds} s`],
    refused: ['bad', 'Events refused'],
    stopped: ['quiet', 'Not listening'],
  }[state.name];
  pill.dataset.mood = mood;
  pill.textContent = text;
}

export function showFacts(health) {
  const facts = [
    ['Drawn by', health.providers.map(name => PROVIDERS[name] ?? name).join(', then ')],
    ['Queue', `${count(health.waiting)} waiting`, `${count(health.unfinished)} unfinished`],
    ['Listeners', count(health.clientCount)],
    ['Up for', duration(health.uptimeSeconds)],
  ];
  if (health.demo) facts.push(['Demo', 'on', 'unknown symbols get sample data']);
  if (health.storage) facts.push(['Storage', health.storage]);
  byId('facts').replaceChildren(...facts.map(([name, value, note]) => make('div', { className: 'card fact' },
    make('dt', {}, name), make('dd', {}, value, note ? make('small', {}, note) : null))));
  byId('version').textContent = `Chartcast ${health.version}`;
}
