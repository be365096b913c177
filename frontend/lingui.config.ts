import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

// One catalog for each section and one for the rest, so that two people who
// work on two sections never touch the same file.
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'fr'],
  format: formatter({ origins: false, lineNumbers: false }),
  orderBy: 'message',
  catalogs: [
    {
      path: '<rootDir>/src/sections/{name}/locales/{locale}',
      include: ['<rootDir>/src/sections/{name}/'],
      exclude: ['**/*.test.*'],
    },
    {
      path: '<rootDir>/src/locales/{locale}',
      include: ['<rootDir>/src'],
      exclude: ['<rootDir>/src/sections/**', '**/gql/**', '**/*.test.*'],
    },
  ],
});
