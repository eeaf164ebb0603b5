import { defineConfig } from 'vite';

// GraphiQL, served under /graphiql/ with a policy of its own: its editor needs more than the explorer.
export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  build: { outDir: '../dist/graphiql', emptyOutDir: true, chunkSizeWarningLimit: 8000, target: 'es2022' },
  worker: { format: 'es' },
});
