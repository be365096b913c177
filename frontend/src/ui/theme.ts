import {
  type AnchorProps,
  type CSSVariablesResolver,
  createTheme,
  localStorageColorSchemeManager,
  type MantineColorScheme,
  type MenuProps,
  type ModalProps,
} from '@mantine/core';
import type { Theme } from '../gql/graphql';

const sans = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

export const theme = createTheme({
  primaryColor: 'indigo',
  // Mantine's default shades fail the contrast of 4.5 : 1 on white and on dark.
  primaryShade: { light: 7, dark: 8 },
  autoContrast: true,
  fontFamily: sans,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.125rem' } },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects: `Modal.extend` and its like would bring the components into the entry.
  components: {
    // A link in a sentence is told by more than its colour.
    Anchor: { defaultProps: { underline: 'always' } satisfies Partial<AnchorProps> },
    // A long label wraps: on a narrow screen, in a language of long words, it is wider than the page.
    Button: {
      styles: {
        root: { height: 'auto', minHeight: 'var(--button-height)', maxWidth: '100%' },
        // A link that looks like a button does not center what is in it by itself. The border is inside.
        inner: { minHeight: 'calc(var(--button-height) - 2px)' },
        label: { whiteSpace: 'normal', paddingBlock: 4 },
      },
    },
    // Opens on its first item, and has no element that a menu may not have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } satisfies Partial<MenuProps> },
    Modal: {
      // Mantine's <header> inside a dialog would count as a second banner of the page.
      defaultProps: { attributes: { header: { role: 'none' } } } satisfies Partial<ModalProps>,
      styles: { title: { fontSize: '1.125rem', fontWeight: 600, overflowWrap: 'anywhere' } },
    },
  },
});

const red = { '--mantine-color-red-filled': '#c92a2a', '--mantine-color-red-filled-hover': '#a61e1e' };

/** Where Mantine's own colours do not reach the contrast of 4.5 : 1. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...red,
    '--mantine-color-dimmed': '#5c636a',
    '--mantine-color-placeholder': '#6b727a',
    '--mantine-color-error': '#c92a2a',
  },
  dark: {
    ...red,
    '--mantine-color-dimmed': '#a6a7ab',
    '--mantine-color-placeholder': '#909296',
    '--mantine-color-error': '#ff8787',
  },
});

/** Read by the script in index.html before anything is painted. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'portico-theme' });

export function colorSchemeOf(look: Theme): MantineColorScheme {
  return ({ LIGHT: 'light', DARK: 'dark', SYSTEM: 'auto' } as const)[look];
}

export function themeOf(scheme: MantineColorScheme): Theme {
  return ({ light: 'LIGHT', dark: 'DARK', auto: 'SYSTEM' } as const)[scheme];
}
