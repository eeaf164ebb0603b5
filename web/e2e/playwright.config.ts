import { defineConfig } from '@playwright/test';

// One worker: a second Chromium would measure the first one's work.
export default defineConfig({
  testDir: '.',
  outputDir: '.out',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 60_000 },
  // The report calls a test that passes only at its second try flaky.
  retries: 1,
  reporter: [['list']],
  use: {
    actionTimeout: 60_000,
    baseURL: process.env['CREATORGRAPH_E2E_URL'] ?? 'http://127.0.0.1:8080',
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--enable-unsafe-swiftshader', // WebGL without a graphics card
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--js-flags=--expose-gc',
        '--enable-precise-memory-info',
      ],
    },
  },
});
