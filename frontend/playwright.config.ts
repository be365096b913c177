import { defineConfig } from '@playwright/test';

// The journeys run against a server that is up already, in sandbox mode.
export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  reporter: 'list',
  // A journey looks at its pages in both themes and two widths: on a busy machine of two cores that takes a while.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.PORTICO_E2E_URL ?? 'http://localhost:8080',
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] },
    // A trace of each journey takes a quarter of the time: ask for one with `tools/e2e --trace on FILE`.
    screenshot: 'only-on-failure',
  },
});
