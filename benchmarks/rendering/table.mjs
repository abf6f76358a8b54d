import { existsSync, readFileSync } from 'node:fs';

/** Prints a row of the table. */
export function row(name, times, bytes, residentMiB) {
  const sorted = [...times].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1].toFixed(2), least = sorted[0].toFixed(2);
  console.log(`| ${name} | ${median} | ${least} | ${bytes.toLocaleString('en-US')} | ${residentMiB} MiB |`);
}

/** Memory of a process and all it started, in MiB; shared pages count in parts (PSS). */
export function memoryOf(pid) {
  let kib = 0;
  for (const process of [pid, ...descendants(pid)]) {
    const file = `/proc/${process}/smaps_rollup`;
    try {
      kib += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended meanwhile.
    }
  }

  return Math.round(kib / 1024);
}

function descendants(pid) {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  const children = readFileSync(file, 'utf8').trim().split(' ').filter(Boolean);
  return children.flatMap((child) => [child, ...descendants(child)]);
}
