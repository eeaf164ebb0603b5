// A plug-in of graphql-codegen: each operation of a file as a string with its SHA-256, a module that exports those of
// all files, and the same as a manifest that `serve --trusted-documents` reads. The string is what the page sends and shows.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Kind, print, visit } from 'graphql';

export const plugin = (schema, files, config) => {
  if (config.files) return config.files.map((file) => `export * from './documents/${file}';`).join('\n');
  const definitions = files.flatMap((file) => file.document.definitions);
  const own = new Set(files.filter((file) => config.manifest || basename(file.location, '.graphql') === config.file).flatMap((file) => file.document.definitions));
  const fragments = new Map(
    definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION).map((d) => [d.name.value, d]),
  );
  const operations = definitions
    .filter((d) => d.kind === Kind.OPERATION_DEFINITION && own.has(d))
    .sort((a, b) => (a.name.value < b.name.value ? -1 : 1))
    .map((operation) => {
      const text = [operation, ...used(operation, fragments)].map(print).join('\n\n');
      return { name: operation.name.value, kind: operation.operation, text, hash: sha256(text) };
    });
  if (config.manifest) {
    return JSON.stringify(Object.fromEntries(operations.map((o) => [o.hash, o.text])), null, 1);
  }
  if (operations.length === 0) return 'export {};';
  const types = operations.flatMap((o) => [typeName(o), `${typeName(o)}Variables`]);
  return [
    "import type { Document } from '../../document';",
    `import type {\n${types.map((t) => `  ${t},`).join('\n')}\n} from '../types';`,
    ...operations.map(
      (o) =>
        `export const ${o.name}: Document<${typeName(o)}, ${typeName(o)}Variables> = ` +
        `{\n  name: ${JSON.stringify(o.name)},\n  hash: ${JSON.stringify(o.hash)},\n  text: ${JSON.stringify(o.text)},\n};`,
    ),
  ].join('\n\n');
};

function typeName(operation) {
  const kind = operation.kind[0].toUpperCase() + operation.kind.slice(1);
  return operation.name.endsWith(kind) ? operation.name : operation.name + kind;
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

// used gives the fragments that a definition spreads, each once, in the order of their names.
function used(definition, fragments, found = new Map()) {
  visit(definition, {
    FragmentSpread(spread) {
      const name = spread.name.value;
      const fragment = fragments.get(name);
      if (!fragment) throw new Error(`there is no fragment ${name}`);
      if (found.has(name)) return;
      found.set(name, fragment);
      used(fragment, fragments, found);
    },
  });
  return [...found.keys()].sort().map((name) => found.get(name));
}
