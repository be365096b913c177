import { useLingui } from '@lingui/react/macro';
import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql';

const apiTokenAppsDocument = graphql(`
  query ApiTokenApps {
    viewer {
      id
      apps(first: 100) {
        edges { node { id name } }
      }
    }
  }
`);

type AppFieldProps = { value: string[]; error?: ReactNode; onChange: (ids: string[]) => void };

/** The apps that a token is confined to. */
export function AppField(props: AppFieldProps) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: apiTokenAppsDocument });
  const apps = data?.viewer?.apps.edges.map(({ node }) => ({ value: node.id, label: node.name })) ?? [];
  return (
    <MultiSelect
      label={t`Apps`}
      description={t`Leave empty to allow all current and future apps.`}
      placeholder={props.value.length > 0 ? undefined : t`All apps`}
      data={apps}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t`All apps` }}
      nothingFoundMessage={t`No matching apps`}
      hidePickedOptions
      {...props}
    />
  );
}
