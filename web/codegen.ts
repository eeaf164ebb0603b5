import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

import type { CodegenConfig } from '@graphql-codegen/cli';

// Types and texts of src/**/*.graphql; scripts/documents.js makes the texts and the manifest. The texts of each file are a
// module, so that a page loads its own only.
// What it writes stands in src/api/generated and is not committed.
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => basename(name, '.graphql'))
  .sort();
const plugins = ['./scripts/documents.js'];

const config: CodegenConfig = {
  schema: '../schema/*.graphqls',
  documents: 'src/**/*.graphql',
  silent: true,
  generates: {
    'src/api/generated/types.ts': {
      plugins: ['typescript-operations'],
      config: {
        enumType: 'string-literal',
        enumsAsTypes: true,
        avoidOptionals: false,
        maybeValue: 'T | null',
        skipTypename: true,
        useTypeImports: true,
        scalars: {
          ID: 'string',
          Long: 'number',
          Money: 'number',
          DateTime: 'string',
          Date: 'string',
          JSON: 'unknown',
        },
      },
    },
    ...Object.fromEntries(files.map((file) => [`src/api/generated/documents/${file}.ts`, { plugins, config: { file } }])),
    'src/api/generated/documents.ts': { plugins, config: { files } },
    'public/documents.json': { plugins, config: { manifest: true } },
  },
};

export default config;
