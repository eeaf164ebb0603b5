import { basename } from 'node:path';

import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { ProxyOptions } from 'vite';
import { defineConfig } from 'vitest/config';

import { lightLocale } from './scripts/locale';
import { page } from './scripts/page';

const server = process.env['CREATORGRAPH'] ?? 'http://127.0.0.1:8080';

// The server answers pages of its own origin only; behind this proxy the page is not.
const proxied: ProxyOptions = {
  target: server,
  changeOrigin: true,
  configure: (proxy) => {
    proxy.on('proxyReq', (asked) => asked.removeHeader('origin'));
    proxy.on('proxyReqWs', (asked) => asked.removeHeader('origin'));
  },
};

const proxy = { '/graphql': { ...proxied, ws: true }, '/export': proxied, '/metrics': proxied, '/graphiql': proxied };

// Everything is served by the one binary, with no other host involved. public/ holds .keep so that a
// build leaves the committed dist/.keep in place. GraphiQL has a build of its own, graphiql/.
export default defineConfig({
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' }, lightLocale(), page()],
  css: { modules: { generateScopedName: (name, file) => `${basename(file).replace(/\.module\.css.*$/, '')}-${name}` } },
  build: {
    target: 'es2023',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false }, // it would be an inline script
    assetsInlineLimit: 0, // data: addresses are not in the page's policy
    // What the canvas shares with its page stands by itself, so that the canvas does not wait for the page's own code.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'drawing', test: /src\/graph\/(atlas|labels|layout|radius)/ }] } } },
  },
  worker: { format: 'es' },
  server: { proxy },
  // As server/explorer.go has it, so that what it forbids shows here, too.
  preview: {
    proxy,
    headers: {
      'Content-Security-Policy':
        "default-src 'self'; worker-src 'self'; style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    },
  },
  test: { include: ['src/**/*.test.ts'] },
});
