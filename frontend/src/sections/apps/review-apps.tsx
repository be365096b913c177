import { Trans, useLingui } from '@lingui/react/macro';
import { Autocomplete, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconGitBranch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { graphql, readFragment } from '../../gql';
import { useSubmit } from '../../lib/form';
import { problemOf } from '../../lib/problems';
import { useLast } from '../../lib/use-last';
import { Empty } from '../../ui/empty';
import { Fault, FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { Rows } from '../../ui/rows';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { SectionCard } from '../../ui/section-card';
import type { App } from './app';
import { AppRow, appRowFragment } from './app-row';
import classes from './inline-form.module.css';
import { type AppEvents, useAskAfter } from './use-app-events';
import { useUntil } from './use-until-settled';
import { branchOf } from './words';

const reviewAppsDocument = graphql(`
  query ReviewApps($app: ID!) {
    node(id: $app) {
      __typename
      id
      ... on App {
        reviewApps(first: 20) {
          edges { node { id branch ...AppRow } }
        }
        deployments(first: 50) {
          edges { node { id ref } }
        }
      }
    }
  }
`);

const createDocument = graphql(`
  mutation CreateReviewApp($appId: ID!, $input: CreateReviewAppInput!) {
    createReviewApp(appId: $appId, input: $input) { app { id name } errors { ...UserError } }
  }
`);

function useReviewApps(app: App, events: AppEvents) {
  const [{ data, error }, ask] = useQuery({ query: reviewAppsDocument, variables: { app: app.id } });
  const refresh = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const node = useLast(data?.node?.__typename === 'App' ? data.node : undefined);
  const reviews = node?.reviewApps.edges.map(({ node: one }) => one);
  const settled = !reviews?.some((one) => readFragment(appRowFragment, one).status === 'STARTING');
  useUntil(settled, refresh);
  useAskAfter(events, 'REVIEW_APP_', refresh);
  useAskAfter(events, 'APP_', refresh);
  const known = new Set(reviews?.map(({ branch }) => branch));
  const pushed = new Set(node?.deployments.edges.map(({ node: { ref } }) => branchOf(ref)));
  return {
    reviews,
    branches: [...pushed].filter((branch) => !known.has(branch)),
    problem: !reviews && error ? problemOf(error) : undefined,
    refresh,
  };
}

function CreateForm({ app, branches }: { app: App; branches: string[] }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { branch: '' },
    validate: { branch: (branch) => (branch.trim() ? null : t`Enter the name of a branch.`) },
  });
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: createDocument,
    variables: ({ branch }) => ({ appId: app.id, input: { branch: branch.trim() } }),
    onDone: ({ createReviewApp: { app: made } }) => {
      if (!made) return;
      form.reset();
      tellDone(t`Review app ${made.name} created`);
      void navigate({ to: '/apps/$name', params: { name: made.name }, ignoreBlocker: true });
    },
  });
  return (
    <SectionCard
      title={t`Create a review app`}
      about={
        <>
          <Trans>
            An app of its own that runs a branch, with one container of each type. Everyone who has access to{' '}
            {app.name} has access to it.
          </Trans>{' '}
          {app.viewerRole === 'OWNER' ? (
            <Trans>You pay for what it runs.</Trans>
          ) : (
            <Trans>{app.owner.username} pays for what it runs.</Trans>
          )}
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate className={classes.form}>
        <Autocomplete
          label={t`Branch`}
          data={branches}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className={classes.name}
          {...form.getInputProps('branch')}
        />
        <Button type="submit" loading={pending} className={classes.submit}>
          <Trans>Create</Trans>
        </Button>
        <div className={classes.faults}>
          <FormFaults whole={whole} problem={problem} />
        </div>
      </form>
    </SectionCard>
  );
}

/** The apps that run branches of this app. */
export function ReviewApps({ app, events }: { app: App; events: AppEvents }) {
  const { t } = useLingui();
  const { reviews, branches, problem, refresh } = useReviewApps(app, events);
  return (
    <Stack gap="lg">
      {app.viewerCan.includes('MANAGE_REVIEW_APPS') && <CreateForm app={app} branches={branches} />}
      {problem && <Fault problem={problem} onRetry={refresh} />}
      {!reviews && !problem && <RowsSkeleton rows={2} />}
      {reviews?.length === 0 && (
        <Empty icon={<IconGitBranch />} title={t`No review apps yet`}>
          <Trans>A review app runs a branch, so that you can try it before you merge.</Trans>
        </Empty>
      )}
      {reviews && reviews.length > 0 && (
        <Rows label={t`Review apps`}>
          {reviews.map((one) => (
            <AppRow key={one.id} app={one} />
          ))}
        </Rows>
      )}
    </Stack>
  );
}
