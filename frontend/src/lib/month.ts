import { useBusinessOffset } from './business-clock';

/** A month, UTC: `2026-11`. */
export type Month = string;

/** The month of an instant. */
export const monthOf = (instant: Date): Month => instant.toISOString().slice(0, 7);

/** The month that it is in business time. */
export const useCurrentMonth = (): Month => monthOf(new Date(Date.now() + useBusinessOffset()));

/** The month that is some months away. */
export function monthFrom(month: Month, away: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthOf(new Date(Date.UTC(year, number - 1 + away, 1)));
}

/** The period of a month: its first instant, and that of the next month. */
export const periodOf = (month: Month) => ({
  from: `${month}-01T00:00:00Z`,
  to: `${monthFrom(month, 1)}-01T00:00:00Z`,
});

/** The days of a month: `2026-11-01`, … */
export function daysOf(month: Month): string[] {
  const { from, to } = periodOf(month);
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Array.from({ length: days }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
}

/** A month as people say it: `November 2026`. */
export const formatMonth = (month: Month, locale: string) =>
  new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
