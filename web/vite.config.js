import { defineConfig } from 'vite';

// Everything is served by the one binary under /graphiql/, with no other host involved; public/
// holds .keep so that a build leaves the committed dist/.keep in place.
export default defineConfig({
  base: '/graphiql/',
  build: { chunkSizeWarningLimit: 8000, target: 'es2022' },
  worker: { format: 'es' },
});
