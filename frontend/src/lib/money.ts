/** An amount of money in cents, as the API has it. */
export type Amount = { amount: number; currency: string };

/** An amount of money in cents, as people read it: `€14.02`, `14,02 €`. */
export function formatMoney({ amount, currency }: Amount, locale: string) {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 100);
}

/** The hours of a month, by which monthly prices are told. */
const monthHours = 730;

/** What a month costs at a price in micro-euro per hour, in cents. */
export function monthly(microsPerHour: number): Amount {
  return { amount: Math.round((microsPerHour * monthHours) / 10_000), currency: 'EUR' };
}

/** What an hour costs at a price in micro-euro per hour, which is often less than a cent: `€0.0083`. */
export function formatHourly(microsPerHour: number, locale: string) {
  const exact = { style: 'currency', currency: 'EUR', maximumFractionDigits: 4 } as const;
  return new Intl.NumberFormat(locale, exact).format(microsPerHour / 1_000_000);
}
