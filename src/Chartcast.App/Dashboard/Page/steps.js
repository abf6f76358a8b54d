import { make } from './page.js';

const MOST_STEPS = 60;
const MOST_REQUESTS = 200;
const FINAL = ['completed', 'failed', 'cancelled'];

/** The newest steps of all charts, newest first, and the newest step of each request. */
export class StepList {
  #list;
  #hint;
  #newest = new Map();
  #waiting = new Map();

  constructor(list, hint) {
    this.#list = list;
    this.#hint = hint;
  }

  add(step) {
    const { requestId, data } = step;
    this.#newest.delete(requestId);
    this.#newest.set(requestId, step);
    if (this.#newest.size > MOST_REQUESTS) this.#newest.delete(this.#newest.keys().next().value);
    this.#waiting.get(requestId)?.(step);
    this.#hint.hidden = true;
    this.#list.prepend(make('li', { 'data-step': data.type, 'data-request': requestId },
      make('time', { dateTime: step.timestamp }, new Date(step.timestamp).toLocaleTimeString()),
      make('span', { className: 'what' }, `${data.symbol} ${data.interval}`),
      make('span', { className: 'kind' }, data.type === 'progress' ? `${data.percent} %` : data.type),
      make('span', { className: 'message' }, messageOf(step))));
    while (this.#list.childElementCount > MOST_STEPS) this.#list.lastElementChild.remove();
  }

  /** Tells the steps of one request, those already here included, until it ends or ms have passed. */
  follow(requestId, ms, onStep) {
    return new Promise(done => {
      const end = () => {
        clearTimeout(timer);
        this.#waiting.delete(requestId);
        done();
      };
      const timer = setTimeout(end, ms);
      const take = step => {
        onStep(step);
        if (FINAL.includes(step.data.type)) end();
      };
      this.#waiting.set(requestId, take);
      if (this.#newest.has(requestId)) take(this.#newest.get(requestId));
    });
  }
}

function messageOf({ message, processingTime }) {
  return processingTime === undefined ? message : `${message} in ${processingTime} ms`;
}
