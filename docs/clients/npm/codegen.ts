import type { CodegenConfig } from '@graphql-codegen/cli';

const url = process.env.CREATORGRAPH_URL ?? 'http://127.0.0.1:8080/graphql';

const config: CodegenConfig = {
  schema: url, // by introspection; a file that `creatorgraph schema` wrote does as well
  documents: 'operations/*.graphql',
  emitLegacyCommonJSImports: false,
  generates: {
    // Types and typed documents, and persisted-documents.json for serve --trusted-documents.
    'generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
      config: {
        strictScalars: true,
        useTypeImports: true,
        scalars: {
          Long: 'number', // at most 2^53 - 1, so that a number holds it
          Money: 'number', // in fen
          DateTime: 'string',
          Date: 'string',
          JSON: 'unknown',
        },
      },
    },
    // Which types an interface may be: what Apollo Client's cache needs to match fragments on Node and Entity.
    'generated/possible-types.ts': { plugins: ['fragment-matcher'] },
    // The schema for urql's Graphcache, without what it does not read.
    'generated/introspection.ts': { plugins: ['urql-introspection'] },
  },
};

export default config;
