// Prints each event as one JSON line until a final one; arguments: event stream URL, package name.
const [url, packageName] = process.argv.slice(2);
const module = await import(packageName);
const EventSource = module.EventSource ?? module.default;
const source = new EventSource(url);
const print = (event) => console.log(JSON.stringify({ name: event.type, id: event.lastEventId, data: JSON.parse(event.data) }));
source.addEventListener('connection', print);
source.addEventListener('chart_progress', (event) => {
  print(event);
  if (['completed', 'failed', 'cancelled'].includes(JSON.parse(event.data).data.type)) {
    source.close();
    process.exit(0);
  }
});
source.onerror = (error) => console.error('error', error?.message ?? error);
