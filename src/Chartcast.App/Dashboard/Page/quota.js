import { byId, count, localTime, make, utcTime } from './page.js';

/** How the Chart-IMG key stands, in words and as a meter; without a key, how to set one. */
export function showQuota({ chartImg }) {
  byId('quota-body').replaceChildren(...(chartImg ? partsOf(chartImg) : [
    make('p', { className: 'muted' }, 'No key is set, so all charts are drawn here. Set ',
      make('code', {}, 'CHART_IMG_API_KEY'), ' and start the server again to have TradingView pictures.'),
  ]));
}

function partsOf(key) {
  if (key.fault) return [warning(`The book of calls cannot be read: ${key.fault}`)];
  const hasLimit = key.limitPerDay !== undefined;
  const used = hasLimit ? `${count(key.usedToday)} of ${count(key.limitPerDay)} calls used today`
    : `${count(key.usedToday)} ${key.usedToday === 1 ? 'call' : 'calls'} today`;
  const resets = new Date(key.resetsAt);
  return [
    key.keyRefused ? warning('Chart-IMG refused the key: check CHART_IMG_API_KEY and whether the account is active.') : null,
    key.exhausted ? warning('Today\u2019s calls are used up; the key is not used again before the day ends.') : null,
    make('p', { className: 'plan' }, key.plan ? `Plan ${key.plan}` : 'Plan not known yet',
      make('small', {}, key.plan ? ` ${key.limitsFrom}` : ' its limits are learned from answers')),
    hasLimit ? meterOf(key, used) : null,
    make('p', {}, make('strong', {}, used),
      key.leftToday === undefined ? null : ` · ${count(key.leftToday)} left`),
    make('p', { className: 'muted' }, 'The day ends ', make('time', { dateTime: key.resetsAt }, localTime(resets)),
      ` (${utcTime(resets)})`),
  ].filter(part => part !== null);
}

function meterOf(key, used) {
  return make('meter', {
    min: 0, max: key.limitPerDay, low: key.limitPerDay * 0.75, high: key.limitPerDay * 0.9, optimum: 0,
    value: key.exhausted ? key.limitPerDay : key.usedToday, 'aria-label': used,
  });
}

function warning(text) {
  return make('p', { className: 'warning' }, text);
}
