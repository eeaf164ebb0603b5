// Writes generated/schema.graphql, which relay-compiler reads; `creatorgraph schema` gives the same without a server.
import { mkdir, rm, writeFile } from 'node:fs/promises';

const url = process.env.CREATORGRAPH_URL ?? 'http://127.0.0.1:8080/graphql';
const response = await fetch(new URL('/schema.graphql', url));
if (!response.ok) {
  throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
}
await rm('generated', { recursive: true, force: true });
await mkdir('generated/relay', { recursive: true }); // which relay-compiler wants to be there
await writeFile('generated/schema.graphql', await response.text());
await writeFile('generated/persisted_queries.json', '{}'); // relay-compiler wants a file to add to
