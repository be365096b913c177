import { Trans, useLingui } from '@lingui/react/macro';
import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { use } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { TimelineEventType } from '../../gql/graphql';
import { EventsContext } from '../../lib/rules';
import { isFiltered, namedTypes, typesOf, typesParam } from './filter';
import classes from './filters.module.css';
import type { TimelineSearch } from './search';

const appsDocument = graphql(`
  query TimelineApps {
    viewer {
      id
      apps(first: 100) {
        edges { node { id name } }
      }
    }
  }
`);

type FiltersProps = {
  search: TimelineSearch;
  /** The name of the app that is filtered by, where an event told it. */
  appName?: string;
  onChange: (search: TimelineSearch) => void;
};

function TypeFilter({ search, onChange }: FiltersProps) {
  const { t, i18n } = useLingui();
  const events = use(EventsContext);
  const chosen = typesOf(search, events);
  const nameOf = (type: TimelineEventType) => i18n._(events[type]?.name ?? { id: type });
  return (
    <MultiSelect
      className={classes.wide}
      label={t`Event type`}
      placeholder={chosen.length > 0 ? undefined : t`All events`}
      data={namedTypes(events).map((type) => ({ value: type, label: nameOf(type) }))}
      value={chosen}
      onChange={(types) => onChange({ ...search, types: typesParam(types) })}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t`All events` }}
      nothingFoundMessage={t`No matching event types`}
      hidePickedOptions
    />
  );
}

function AppFilter({ search, appName, onChange }: FiltersProps) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: appsDocument });
  const apps = data?.viewer?.apps.edges.map(({ node }) => ({ value: node.id, label: node.name })) ?? [];
  const { app } = search;
  const gone = app && data && !apps.some(({ value }) => value === app);
  const options = gone ? [...apps, { value: app, label: appName ?? t`Deleted app` }] : apps;
  return (
    <Select
      className={classes.wide}
      label={t`App`}
      placeholder={t`All apps`}
      data={options}
      value={app ?? null}
      onChange={(value) => onChange({ ...search, app: value ?? undefined })}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t`All apps` }}
      nothingFoundMessage={t`No matching apps`}
    />
  );
}

function DayFilter({ search, onChange }: FiltersProps) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        type="date"
        label={t`From`}
        value={search.from ?? ''}
        onChange={(event) => onChange({ ...search, from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t`To`}
        value={search.to ?? ''}
        onChange={(event) => onChange({ ...search, to: event.currentTarget.value || undefined })}
      />
    </>
  );
}

export function Filters(props: FiltersProps) {
  const { t } = useLingui();
  return (
    <form className={classes.filters} aria-label={t`Filter timeline`} onSubmit={(e) => e.preventDefault()}>
      <TypeFilter {...props} />
      <AppFilter {...props} />
      <DayFilter {...props} />
      {isFiltered(props.search, use(EventsContext)) && (
        <Button variant="subtle" className={classes.wide} onClick={() => props.onChange({})}>
          <Trans>Clear filters</Trans>
        </Button>
      )}
    </form>
  );
}
