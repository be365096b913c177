import { Trans, useLingui } from '@lingui/react/macro';
import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { type AppsSearch, filterOf, statuses, statusesOf, statusParam } from './filter';
import classes from './filters.module.css';
import { useStatusNames } from './words';

type FiltersProps = { search: AppsSearch; onChange: (search: AppsSearch) => void };

/** How long nobody types before the list is asked for. */
const typingPause = 250;

/** The address follows what is typed, and the field follows the address where that changes by itself. */
function NameFilter({ search, onChange }: FiltersProps) {
  const { t } = useLingui();
  const { name = '' } = search;
  const [typed, setTyped] = useState(name);
  const [shown, setShown] = useState(name);
  if (shown !== name) {
    setShown(name);
    setTyped(name);
  }
  const change = useDebouncedCallback((next: string) => {
    setShown(next);
    onChange({ ...search, name: next || undefined });
  }, typingPause);
  return (
    <TextInput
      type="search"
      label={t`Search`}
      placeholder={t`Part of the name`}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={48}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        change(event.currentTarget.value);
      }}
      onBlur={() => change.flush()}
    />
  );
}

function StatusFilter({ search, onChange }: FiltersProps) {
  const { t } = useLingui();
  const names = useStatusNames();
  const chosen = statusesOf(search);
  return (
    <MultiSelect
      label={t`Status`}
      placeholder={chosen.length > 0 ? undefined : t`Any status`}
      data={statuses.map((value) => ({ value, label: names[value] }))}
      value={chosen}
      onChange={(next) => onChange({ ...search, status: statusParam(next) })}
      clearable
      clearButtonProps={{ 'aria-label': t`Any status` }}
      hidePickedOptions
    />
  );
}

/** Which apps the list shows. */
export function Filters({ search, onChange }: FiltersProps) {
  const { t } = useLingui();
  return (
    <form className={classes.filters} aria-label={t`Filter apps`} onSubmit={(e) => e.preventDefault()}>
      <NameFilter search={search} onChange={onChange} />
      <StatusFilter search={search} onChange={onChange} />
      {filterOf(search) && (
        <Button variant="subtle" className={classes.clear} onClick={() => onChange({})}>
          <Trans>Clear filters</Trans>
        </Button>
      )}
    </form>
  );
}
