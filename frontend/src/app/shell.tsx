import { useLingui } from '@lingui/react/macro';
import { Outlet } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useReached } from '../lib/socket-context';
import { useLast } from '../lib/use-last';
import { type Viewer, ViewerProvider, viewerDocument } from '../lib/viewer';
import { closeUnreached } from '../ui/notify';
import { AccountRail } from './account-rail';
import { useChanges } from './changes';
import { useFocusOnNavigation } from './focus';
import { Header } from './header';
import { LeaveGuard } from './leave-guard';
import { useApplyLooks } from './looks';
import { ReplacedBanner } from './replaced-banner';
import { SandboxFooter } from './sandbox-footer';
import classes from './shell.module.css';
import { ShellSkeleton } from './shell-skeleton';
import { Sudo } from './sudo';
import { VerifyBanner } from './verify-banner';

function Frame({ viewer }: { viewer: Viewer }) {
  const { t } = useLingui();
  const content = useFocusOnNavigation();
  useApplyLooks(viewer);
  useChanges();
  useReached(closeUnreached);
  return (
    <ViewerProvider viewer={viewer}>
      <div className={classes.frame}>
        <a href="#content" className={classes.skip}>
          {t`Skip to content`}
        </a>
        <Header />
        <ReplacedBanner viewer={viewer} />
        <VerifyBanner viewer={viewer} />
        <div className={`column ${classes.body}`}>
          <AccountRail />
          <main id="content" tabIndex={-1} ref={content} className={classes.content}>
            <Outlet />
          </main>
        </div>
        <SandboxFooter />
      </div>
      <Sudo />
      <LeaveGuard />
    </ViewerProvider>
  );
}

/** The frame around every page of somebody who is signed in. */
export function Shell() {
  const [{ data }] = useQuery({ query: viewerDocument, requestPolicy: 'cache-first' });
  // An event may take from the cache what an answer has just brought: the page and what is typed in it stay.
  const viewer = useLast(data?.viewer);
  return viewer ? <Frame viewer={viewer} /> : <ShellSkeleton />;
}
