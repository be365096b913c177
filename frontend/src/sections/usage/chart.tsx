import { useLingui } from '@lingui/react/macro';
import { Tooltip, VisuallyHidden } from '@mantine/core';
import { formatMoney } from '../../lib/money';
import classes from './chart.module.css';

type Day = { day: string; cents: number };

type ChartProps = { days: readonly Day[]; currency: string };

/** What each day of a month cost, as bars. The same figures are in a table for those who can't see it. */
export function Chart({ days, currency }: ChartProps) {
  const { t, i18n } = useLingui();
  const most = Math.max(0, ...days.map(({ cents }) => cents));
  const money = (amount: number) => formatMoney({ amount, currency }, i18n.locale);
  const date = (day: string) =>
    new Intl.DateTimeFormat(i18n.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  return (
    <figure className={classes.figure}>
      <div className={classes.bars} aria-hidden>
        {days.map(({ day, cents }) => (
          <Tooltip key={day} label={`${date(day)}: ${money(cents)}`} withArrow>
            <div className={classes.day}>
              <div className={classes.bar} style={{ height: `${(100 * cents) / (most || 1)}%` }} />
            </div>
          </Tooltip>
        ))}
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{date(days[0]?.day ?? '')}</span>
        <span>{t`Highest: ${money(most)}`}</span>
        <span>{date(days.at(-1)?.day ?? '')}</span>
      </div>
      <VisuallyHidden>
        <table>
          <caption>{t`Cost by day`}</caption>
          <tbody>
            {days
              .filter(({ cents }) => cents > 0)
              .map(({ day, cents }) => (
                <tr key={day}>
                  <th scope="row">{date(day)}</th>
                  <td>{money(cents)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}
