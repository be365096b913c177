import {
  type AnchorProps,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  localStorageColorSchemeManager,
  type MantineColorScheme,
  type MantineColorsTuple,
  type MenuProps,
  type ModalProps,
  type PaperProps,
  type TooltipProps,
  type VariantColorsResolver,
} from '@mantine/core';
import type { Theme } from '../gql/graphql';

// All that the dashboard looks by, once: colors, type, spacing, radii, shadows, motion.
// How single components use it is in global.css.

const sans = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const mono = "'IBM Plex Mono', ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";

const ink: MantineColorsTuple = [
  '#F7F6F4',
  '#EDECE9',
  '#D9D6D0',
  '#BDB9B0',
  '#98948A',
  '#6F6B63',
  '#4D4A44',
  '#36332E',
  '#1F1D1A',
  '#121211',
];

const aegean: MantineColorsTuple = [
  '#EDF6FB',
  '#D3E9F5',
  '#A5D1EA',
  '#6FB4DB',
  '#3F96C8',
  '#1F7BB0',
  '#0F6696',
  '#0B557E',
  '#094566',
  '#07344D',
];

const dark: MantineColorsTuple = [
  '#EDECE9',
  '#C9C6C0',
  '#A5A29B',
  '#716E68',
  '#3A3834',
  '#302E2B',
  '#232220',
  '#121211',
  '#0E0E0D',
  '#0A0A09',
];

/** What Mantine takes for hairlines, hovers, and disabled controls in the light theme. */
const gray: MantineColorsTuple = [
  '#F7F6F4',
  '#F4F3F0',
  '#EDECE9',
  '#E4E1DB',
  '#D3CFC7',
  '#BDB9B0',
  '#908C83',
  '#65615A',
  '#4D4A44',
  '#1A1917',
];

/** One color of a scheme: filled with `on` on it, and soft with `text` on it. */
type Tone = { fill: string; hover: string; on: string; soft: string; softHover: string; text: string };

/** What colors stand for: an action, the accent, a state. `gray` is for what has none. */
export type ToneName = 'ink' | 'aegean' | 'ok' | 'warn' | 'danger' | 'gray';

const lightTones: Record<ToneName, Tone> = {
  ink: {
    fill: '#1F1D1A',
    hover: '#36332E',
    on: '#FFFFFF',
    soft: '#EFEDE8',
    softHover: '#E4E1DB',
    text: '#1A1917',
  },
  aegean: {
    fill: '#0F6696',
    hover: '#0B557E',
    on: '#FFFFFF',
    soft: '#EAF4FA',
    softHover: '#D3E9F5',
    text: '#0F6696',
  },
  ok: {
    fill: '#23704A',
    hover: '#1B5A3B',
    on: '#FFFFFF',
    soft: '#E6F3EA',
    softHover: '#D6EADC',
    text: '#23704A',
  },
  warn: {
    fill: '#8A5A00',
    hover: '#6F4800',
    on: '#FFFFFF',
    soft: '#FBF1DC',
    softHover: '#F5E6C4',
    text: '#8A5A00',
  },
  danger: {
    fill: '#B3261E',
    hover: '#8F1E18',
    on: '#FFFFFF',
    soft: '#FCEBE9',
    softHover: '#F8DAD7',
    text: '#B3261E',
  },
  gray: {
    fill: '#65615A',
    hover: '#4D4A44',
    on: '#FFFFFF',
    soft: '#F4F3F0',
    softHover: '#EFEDE8',
    text: '#65615A',
  },
};

// The soft fills are 14 % of the color on a card.
const darkTones: Record<ToneName, Tone> = {
  ink: {
    fill: '#EDECE9',
    hover: '#FFFFFF',
    on: '#121211',
    soft: '#262522',
    softHover: '#302E2B',
    text: '#EDECE9',
  },
  aegean: {
    fill: '#6FB4DB',
    hover: '#A5D1EA',
    on: '#121211',
    soft: '#262F33',
    softHover: '#2C3A41',
    text: '#6FB4DB',
  },
  ok: {
    fill: '#6CC08B',
    hover: '#8FD0A7',
    on: '#121211',
    soft: '#253028',
    softHover: '#2B3B31',
    text: '#6CC08B',
  },
  warn: {
    fill: '#E0A94A',
    hover: '#E9C078',
    on: '#121211',
    soft: '#362D1F',
    softHover: '#443822',
    text: '#E0A94A',
  },
  danger: {
    fill: '#F2867C',
    hover: '#F6A59D',
    on: '#121211',
    soft: '#382826',
    softHover: '#46302D',
    text: '#F2867C',
  },
  gray: {
    fill: '#A5A29B',
    hover: '#C9C6C0',
    on: '#121211',
    soft: '#262522',
    softHover: '#302E2B',
    text: '#A5A29B',
  },
};

/** A color that is the same in all shades: the resolver below says what it is in each scheme. */
const flat = (color: string): MantineColorsTuple => [
  color,
  color,
  color,
  color,
  color,
  color,
  color,
  color,
  color,
  color,
];

/** Mantine would find the color on a filled control from the light scheme alone. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return colors;
  return { ...colors, color: `var(--mantine-color-${input.color}-contrast)` };
};

/** How long what opens, closes, or changes color takes. */
const motion = { duration: 120, timingFunction: 'ease-out' } as const;

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 1 },
  colors: {
    ink,
    aegean,
    dark,
    gray,
    ok: flat(lightTones.ok.fill),
    warn: flat(lightTones.warn.fill),
    danger: flat(lightTones.danger.fill),
  },
  white: '#FFFFFF',
  black: '#1A1917',
  variantColorResolver,
  fontFamily: sans,
  fontFamilyMonospace: mono,
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  // `sm` is meta text and labels, `md` the body.
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '0.9375rem', xl: '1.125rem' },
  // 16, 18, 20, 22, and 26 px.
  lineHeights: { xs: '1.3333', sm: '1.3846', md: '1.4286', lg: '1.4667', xl: '1.4444' },
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.875rem', fontWeight: '620' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.375rem' },
      h3: { fontSize: '0.875rem', lineHeight: '1.25rem' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  // Controls, cards, dialogs.
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '999px' },
  defaultRadius: 'sm',
  // Cards have none: a hairline on the tinted page lifts them. These are for what floats.
  shadows: {
    xs: 'none',
    sm: '0 1px 2px rgba(20, 18, 15, 0.08)',
    md: '0 1px 2px rgba(20, 18, 15, 0.06), 0 8px 24px -6px rgba(20, 18, 15, 0.14)',
    lg: '0 1px 3px rgba(20, 18, 15, 0.08), 0 16px 40px -8px rgba(20, 18, 15, 0.18)',
    xl: '0 2px 4px rgba(20, 18, 15, 0.08), 0 24px 64px -12px rgba(20, 18, 15, 0.28)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects: `Modal.extend` and its like would bring the components into the entry.
  components: {
    // A link in a sentence is told by more than its color.
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
    Alert: { defaultProps: { radius: 'md' } },
    Checkbox: { defaultProps: { color: 'aegean', radius: 'xs' } },
    Radio: { defaultProps: { color: 'aegean' } },
    Switch: { defaultProps: { color: 'aegean' } },
    Paper: { defaultProps: { radius: 'md' } satisfies Partial<PaperProps> },
    // Opens on its first item, and has no element that a menu may not have.
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        radius: 'md',
        shadow: 'lg',
        transitionProps: motion,
      } satisfies Partial<MenuProps>,
    },
    Tooltip: { defaultProps: { transitionProps: motion } satisfies Partial<TooltipProps> },
    Modal: {
      defaultProps: {
        radius: 'lg',
        shadow: 'xl',
        transitionProps: motion,
        // Mantine's <header> inside a dialog would count as a second banner of the page.
        attributes: { header: { role: 'none' } },
      } satisfies Partial<ModalProps>,
    },
  },
});

function variablesOf(tones: Record<ToneName, Tone>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tones).flatMap(([name, { fill, hover, on, soft, softHover, text }]) => {
      const variable = `--mantine-color-${name}`;
      return [
        [`${variable}-filled`, fill],
        [`${variable}-filled-hover`, hover],
        [`${variable}-contrast`, on],
        [`${variable}-light`, soft],
        [`${variable}-light-hover`, softHover],
        [`${variable}-light-color`, text],
        [`${variable}-text`, text],
      ];
    }),
  );
}

/** What is named after another color in both schemes. */
const named = {
  '--accent': 'var(--mantine-color-aegean-text)',
  '--mantine-primary-color-contrast': 'var(--mantine-color-ink-contrast)',
  '--mantine-color-error': 'var(--mantine-color-danger-text)',
  '--mantine-color-success': 'var(--mantine-color-ok-text)',
  '--mantine-color-anchor': 'var(--mantine-color-aegean-text)',
};

/** Each color by its role, in both schemes; Mantine would take them from its shades. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    // The one column of header and content, with its padding.
    '--column': '67rem',
    '--bar': '56px',
    '--motion': `${motion.duration}ms ${motion.timingFunction}`,
    // Terracotta is for people and for the mark; white stands on all of it.
    '--person': 'linear-gradient(140deg, #B25C3C, #8E3F2B)',
  },
  light: {
    ...named,
    ...variablesOf(lightTones),
    '--mark-stone': '#E4E1DB',
    '--mark-ink': '#1F1D1A',
    '--mark-ground': '#9E4A32',
    '--card': '#FFFFFF',
    '--popover': '#FFFFFF',
    '--surface': '#F4F3F0',
    '--line': '#E4E1DB',
    '--input-border': '#908C83',
    '--mantine-color-body': '#FAFAF8',
    '--mantine-color-text': '#1A1917',
    '--mantine-color-bright': '#1A1917',
    '--mantine-color-dimmed': '#65615A',
    '--mantine-color-placeholder': '#716D66',
    '--mantine-color-default': '#FFFFFF',
    '--mantine-color-default-hover': '#F4F3F0',
    '--mantine-color-default-color': '#1A1917',
    '--mantine-color-default-border': '#D3CFC7',
  },
  dark: {
    ...named,
    ...variablesOf(darkTones),
    '--mark-stone': '#302E2B',
    '--mark-ink': '#EDECE9',
    '--mark-ground': '#D98B6C',
    '--card': '#1A1918',
    '--popover': '#232220',
    '--surface': '#161514',
    '--line': '#302E2B',
    '--input-border': '#716E68',
    '--mantine-color-body': '#121211',
    '--mantine-color-text': '#EDECE9',
    '--mantine-color-bright': '#EDECE9',
    '--mantine-color-dimmed': '#A5A29B',
    '--mantine-color-placeholder': '#94918A',
    '--mantine-color-default': '#1F1E1C',
    '--mantine-color-default-hover': '#262522',
    '--mantine-color-default-color': '#EDECE9',
    '--mantine-color-default-border': '#3A3834',
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
