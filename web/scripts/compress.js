// Writes FILE.br and FILE.gz beside the explorer's texts, which the server sends as they are.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname;

for (const folder of [dist, join(dist, 'assets')]) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!/\.(js|css|svg|html|json)$/.test(name) || !statSync(path).isFile()) continue;
    const text = readFileSync(path);
    if (text.length < 1024) continue;
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
    );
  }
}
