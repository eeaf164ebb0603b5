import type { PersistedQueryManifestConfig } from '@apollo/generate-persisted-query-manifest';

const config: PersistedQueryManifestConfig = {
  documents: 'operations/*.graphql',
  output: 'generated/persisted-query-manifest.json',
};

export default config;
