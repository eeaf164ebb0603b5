// The gate on what a first visit loads: the entry, the explorer that it starts, the words of one language, and all that
// these import at once; and the graph's chunk, as gzip -9. It fails the build above the limits, and prints what it measured.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const kilobyte = 1000;
const limits = { initial: 300 * kilobyte, graph: 80 * kilobyte };

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', dist), 'utf8'));

const size = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;

// closure gives the scripts that a chunk cannot start without.
function closure(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const other of manifest[key].imports ?? []) closure(other, found);
  return found;
}

const total = (keys) => [...keys].reduce((sum, key) => sum + size(manifest[key].file), 0);

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const languages = ['src/text/en/index.ts', 'src/text/zh/index.ts'];
const longest = languages.reduce((a, b) => (size(manifest[a].file) > size(manifest[b].file) ? a : b));
const initial = ['src/app.tsx', longest].reduce((found, key) => closure(key, found), closure(entry));
const graphKey = Object.keys(manifest).find((key) => /GraphCanvas/.test(key));
const graph = graphKey ? [...closure(graphKey)].filter((key) => !initial.has(key)) : [];

const figures = { initial: total(initial), graph: total(graph) };
let isOver = false;
for (const [name, bytes] of Object.entries(figures)) {
  const over = bytes > limits[name];
  isOver ||= over;
  const text = `${name}: ${(bytes / kilobyte).toFixed(1)} of ${limits[name] / kilobyte} kB gzip`;
  console.log(over ? `${text}: TOO LARGE` : text);
}
process.exit(isOver ? 1 : 0);
