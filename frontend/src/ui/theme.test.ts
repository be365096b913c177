import { readFileSync } from 'node:fs';
import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import { describe, expect, test } from 'vitest';
import { cssVariablesResolver, theme } from './theme';

/** The relative luminance of `#RRGGBB`, as WCAG has it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const variables = cssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
const tones = ['ink', 'aegean', 'ok', 'warn', 'danger', 'gray'];

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  const values: Record<string, string | undefined> = variables[scheme];
  const color = (name: string) => values[name] ?? '';
  const grounds = ['--mantine-color-body', '--card', '--popover', '--surface'];

  test.each(grounds)('text can be read on %s', (ground) => {
    for (const text of ['text', 'dimmed', 'placeholder']) {
      const found = contrast(color(`--mantine-color-${text}`), color(ground));
      expect(found, text).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(tones)('%s can be read on cards, filled, and soft', (tone) => {
    const of = (part: string) => color(`--mantine-color-${tone}-${part}`);
    expect(contrast(of('text'), color('--card'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('text'), color('--popover'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('contrast'), of('filled'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('contrast'), of('filled-hover'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('light-color'), of('light'))).toBeGreaterThanOrEqual(4.5);
  });

  test('what stands beside the forms of guests can be read, and the line under it be seen', () => {
    const stone = color('--mark-stone');
    for (const text of ['--mark-ink', '--mantine-color-dimmed', '--mantine-color-text']) {
      expect(contrast(color(text), stone), text).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(color('--mark-ground'), stone)).toBeGreaterThanOrEqual(3);
  });

  test('the edge of a field, and what marks the focus, can be seen', () => {
    expect(contrast(color('--input-border'), color('--card'))).toBeGreaterThanOrEqual(3);
    expect(
      contrast(color('--mantine-color-aegean-text'), color('--mantine-color-body')),
    ).toBeGreaterThanOrEqual(3);
  });

  test('the page is painted in its color before the theme is there', () => {
    expect(readFileSync('index.html', 'utf8')).toContain(`background: ${color('--mantine-color-body')}`);
  });
});
