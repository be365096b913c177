import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Group, Paper, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconAppWindow, IconChartBar } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { LifespanKind, UsageQuery } from '../../gql/graphql';
import { formatMoney } from '../../lib/money';
import { daysOf, formatMonth, type Month, monthFrom, periodOf, useCurrentMonth } from '../../lib/month';
import { problemOf } from '../../lib/problems';
import { Empty } from '../../ui/empty';
import { Fault } from '../../ui/fault';
import { Page } from '../../ui/page';
import { Row } from '../../ui/row';
import { Rows } from '../../ui/rows';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { Chart } from './chart';
import { DownloadCsv } from './download-csv';

const route = getRouteApi('/signed-in/usage');

const usageDocument = graphql(`
  query Usage($from: DateTime!, $to: DateTime!, $groupBy: UsageGroup!) {
    viewer {
      id
      billing {
        usage(from: $from, to: $to, groupBy: $groupBy) {
          total { amount currency }
          forecast { amount currency }
          rows {
            app { id name }
            kind
            resource
            plan
            unitMinutes
            amount { amount currency }
          }
          days { day amount { amount } }
        }
      }
    }
  }
`);

type Usage = NonNullable<UsageQuery['viewer']>['billing']['usage'];

const months = 13;

function MonthField({ month, newest }: { month: Month; newest: Month }) {
  const { t, i18n } = useLingui();
  const navigate = route.useNavigate();
  const recent = Array.from({ length: months }, (_, ago) => monthFrom(newest, -ago));
  // An address can name any month.
  const offered = recent.includes(month) ? recent : [month, ...recent].sort().reverse();
  const data = offered.map((value) => ({ value, label: formatMonth(value, i18n.locale) }));
  return (
    <Select
      aria-label={t`Month`}
      data={data}
      value={month}
      allowDeselect={false}
      w={180}
      onChange={(next) =>
        void navigate({
          search: (search) => ({ ...search, month: next === newest ? undefined : (next ?? undefined) }),
        })
      }
    />
  );
}

function useKindNames() {
  const { t } = useLingui();
  return {
    CONTAINER: t`Containers`,
    ONE_OFF: t`One-off containers`,
    DATABASE: t`Database`,
    ADDON: t`Add-on`,
  };
}

/** For how long it ran: the times of all containers together. */
function Ran({ minutes, kind }: { minutes: number; kind: LifespanKind }) {
  const { i18n } = useLingui();
  const hours = (minutes / 60).toLocaleString(i18n.locale, { maximumFractionDigits: 1 });
  if (minutes < 60) return <Plural value={minutes} one="# minute" other="# minutes" />;
  if (kind === 'CONTAINER') return <Trans>{hours} container hours</Trans>;
  return <Trans>{hours} hours</Trans>;
}

function UsageRow({ row }: { row: Usage['rows'][number] }) {
  const { i18n } = useLingui();
  const kinds = useKindNames();
  return (
    <Row
      icon={<IconAppWindow size={18} />}
      title={row.resource ? `${row.app.name} · ${row.resource}` : row.app.name}
      meta={
        row.kind && (
          <>
            <span>{kinds[row.kind]}</span>
            <span>{row.plan}</span>
            <span>
              <Ran minutes={row.unitMinutes ?? 0} kind={row.kind} />
            </span>
          </>
        )
      }
      time={
        <Text component="span" fw={600} c="var(--mantine-color-text)" className="tabular">
          {formatMoney(row.amount, i18n.locale)}
        </Text>
      }
    />
  );
}

/** What the current month will have cost; of a month that has ended, nothing is to come. */
function Forecast({ of: { forecast } }: { of: Usage }) {
  const { i18n } = useLingui();
  if (!forecast) return null;
  const amount = formatMoney(forecast, i18n.locale);
  return (
    <Text className="tabular">
      <Trans>At this rate: about {amount} by the month’s end</Trans>
    </Text>
  );
}

function Shown({ usage, month }: { usage: Usage; month: Month }) {
  const { t, i18n } = useLingui();
  const { by } = route.useSearch();
  const navigate = route.useNavigate();
  const cents = new Map(usage.days.map(({ day, amount }) => [day, amount.amount]));
  if (usage.rows.length === 0) {
    return (
      <Empty icon={<IconChartBar />} title={t`Nothing was used in ${formatMonth(month, i18n.locale)}`}>
        <Trans>
          What your apps run is listed here with its cost. <Link to="/apps">Open an app</Link> to scale it.
        </Trans>
      </Empty>
    );
  }
  return (
    <Stack gap="lg">
      <Paper withBorder p="lg">
        <Text fz={34} fw={600} className="tabular">
          {formatMoney(usage.total, i18n.locale)}
        </Text>
        <Forecast of={usage} />
        <Text c="dimmed" mb="md">
          <Trans>Before taxes. Days are counted in UTC.</Trans>
        </Text>
        <Chart
          days={daysOf(month).map((day) => ({ day, cents: cents.get(day) ?? 0 }))}
          currency={usage.total.currency}
        />
      </Paper>
      <SegmentedControl
        aria-label={t`Group by`}
        style={{ alignSelf: 'flex-start' }}
        value={by ?? 'app'}
        data={[
          { value: 'app', label: t`By app` },
          { value: 'resource', label: t`By resource` },
        ]}
        onChange={(next) =>
          void navigate({
            search: (search) => ({ ...search, by: next === 'resource' ? ('resource' as const) : undefined }),
            resetScroll: false,
          })
        }
      />
      <Rows label={t`Usage`}>
        {usage.rows.map((row) => (
          <UsageRow
            key={[row.app.id, row.kind, row.resource, row.plan, row.unitMinutes].join(' ')}
            row={row}
          />
        ))}
      </Rows>
    </Stack>
  );
}

/** What the account's apps used in a month, and what it costs. */
export function UsagePage() {
  const { t } = useLingui();
  const { month: chosen, by } = route.useSearch();
  const newest = useCurrentMonth();
  const month = chosen ?? newest;
  const [{ data, error, stale, fetching }, retry] = useQuery({
    query: usageDocument,
    variables: { ...periodOf(month), groupBy: by === 'resource' ? 'RESOURCE' : 'APP' },
    requestPolicy: 'cache-and-network',
  });
  const usage = data?.viewer?.billing.usage;
  return (
    <Page
      title={t`Usage`}
      about={<Trans>What your apps used, and what it costs.</Trans>}
      action={
        <Group>
          <MonthField month={month} newest={newest} />
          {usage && usage.rows.length > 0 && <DownloadCsv month={month} />}
        </Group>
      }
    >
      {!usage && error && <Fault problem={problemOf(error)} onRetry={() => retry()} />}
      {!usage && !error && <RowsSkeleton rows={4} />}
      {usage && (
        <div aria-busy={fetching || stale}>
          <Shown usage={usage} month={month} />
        </div>
      )}
    </Page>
  );
}
