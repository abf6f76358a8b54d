import { NeedsToken, NotAllowed, callTool, token } from './server.js';
import { EventStream } from './stream.js';
import { showFacts, showHealth, showStream } from './state.js';
import { showQuota } from './quota.js';
import { StepList } from './steps.js';
import { Gallery } from './gallery.js';
import { RequestForm } from './request.js';
import { byId, later } from './page.js';

const REFRESH_MS = 15_000;
const SETTLE_MS = 250;

const steps = new StepList(byId('steps'), byId('live-hint'));
const gallery = new Gallery();
const stream = new EventStream(showStream, take);
const form = new RequestForm(steps, record => gallery.open(record));

const refreshSoon = later(SETTLE_MS, refresh);
let isOpen = false;
let isLocked = false;

byId('token-form').addEventListener('submit', event => {
  event.preventDefault();
  token.keep(byId('token-text').value.trim());
  byId('token-text').value = '';
  open();
});
byId('forget').addEventListener('click', () => {
  token.keep('');
  location.reload();
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && isOpen) refreshSoon();
});
setInterval(() => {
  if (document.hidden || isLocked) return;
  if (isOpen) refreshSoon();
  else open();
}, REFRESH_MS);
open();

/** Shows the page if the server lets us look, and asks for a token if it does not. */
async function open() {
  try {
    showAll(await callTool('health_check'));
    close(false);
    stream.start();
    await Promise.all([form.fill(), gallery.refresh()]);
  } catch (error) {
    fail(error);
  }
}

async function refresh() {
  try {
    showAll(await callTool('health_check'));
    await Promise.all([form.fill(), gallery.refresh()]);
  } catch (error) {
    fail(error);
  }
}

function showAll(health) {
  showHealth(health);
  showFacts(health);
  showQuota(health);
}

/** Takes the contents away, for lack of a token, or brings them back. */
function close(isClosed) {
  isOpen = !isClosed;
  isLocked = isClosed;
  byId('token').hidden = !isClosed;
  byId('content').hidden = isClosed;
  byId('forget').hidden = isClosed || !token.text;
  // A link sends no token.
  byId('links').hidden = isClosed || Boolean(token.text);
  if (isClosed) {
    byId('viewer').close();
    stream.stop();
    showStream({ name: 'stopped' });
    byId('token-text').focus();
  }
}

function fail(error) {
  if (error instanceof NeedsToken || error instanceof NotAllowed) {
    showHealth(null, 'Locked');
    byId('token-fault').textContent = token.text ? error.message : '';
    token.keep('');
    close(true);
  } else {
    showHealth(null, 'Not reachable');
  }
}

function take(name, data) {
  if (name === 'chart_progress') {
    steps.add(data);
    if (['completed', 'failed', 'cancelled'].includes(data.data.type)) refreshSoon();
  } else if (name === 'connection' || name === 'history_lost') {
    refreshSoon();
  }
}
