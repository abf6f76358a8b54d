/** Everything from outside goes into the page as text. */

export function byId(id) {
  return document.getElementById(id);
}

/** Makes an element; children that are strings become text. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }

  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** A function that does the work once after a burst of calls, and never twice at a time. */
export function later(ms, work) {
  let timer = 0;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work);
    }, ms);
  };
}

export function count(number) {
  return number.toLocaleString('en');
}

/** A moment where the reader is, with the day when it is not today. */
export function localTime(date) {
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(undefined, isToday
    ? { hour: '2-digit', minute: '2-digit' }
    : { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

export function utcTime(date) {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A length of time in its largest unit. */
export function duration(seconds) {
  for (const [unit, length] of [['d', 86_400], ['h', 3_600], ['min', 60]])
    if (seconds >= length) return `${Math.floor(seconds / length)} ${unit}`;
  return `${Math.max(0, Math.floor(seconds))} s`;
}
