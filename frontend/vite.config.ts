import { lingui } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compileMessages, inlineDocuments } from './scripts/inline.mjs';

const server = process.env.PORTICO_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [
    react(),
    babel({
      plugins: [
        ['@lingui/babel-plugin-lingui-macro', { stripMessageField: false }],
        compileMessages,
        inlineDocuments,
      ],
      include: /src\/.*\.tsx?$/,
      exclude: /src\/gql\//,
    }),
    lingui(),
  ],
  // The server puts a fresh nonce in the place of this word in each index.html.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    manifest: true,
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/graphql': { target: server, ws: true },
      '/schema.graphql': server,
      '/playground': server,
      '/auth/': server,
      '/dev/': server,
      '/usage.csv': server,
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/lib/test-setup.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
