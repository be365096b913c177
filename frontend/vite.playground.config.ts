import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'playground',
  base: '/playground/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist-playground',
    emptyOutDir: true,
    manifest: true,
    // Nothing as a data: URL that the page's policy would have to allow for scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4_000,
    // GraphiQL's compiled components carry a marker for a compiler that does not run here.
    rolldownOptions: {
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
  server: {
    proxy: { '/graphql': { target: process.env['PORTICO_URL'] ?? 'http://localhost:8080', ws: true } },
  },
});
