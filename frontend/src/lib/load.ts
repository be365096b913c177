import { lazyRouteComponent } from '@tanstack/react-router';
import { reload } from './leave';
import { tabStorage } from './storage';

/** A part of the pages could not be fetched: a deployment has replaced it, or the network failed. */
export class LoadError extends Error {
  constructor(cause: unknown) {
    super('a part of the page could not be loaded', { cause });
    this.name = 'LoadError';
  }
}

/** A part of the pages. Each browser words a failure its own way, so it comes as a `LoadError`. */
export function loaded<Module>(importer: () => Promise<Module>): Promise<Module> {
  return importer().catch((cause) => {
    throw new LoadError(cause);
  });
}

/** A page that is fetched when it is first shown. */
export const lazyPage: typeof lazyRouteComponent = (importer, exportName) =>
  lazyRouteComponent(() => loaded(importer), exportName);

const storageKey = 'portico-reloaded';

/** The build that runs in this tab, by its entry script: the name has a hash of all that it loads. */
function runningBuild(): string {
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return entry ? new URL(entry.src).pathname : '';
}

/** Whether the server has another build by now. Without an answer: not that we know. */
async function isOutdated(build: string): Promise<boolean> {
  try {
    const response = await fetch('/', { cache: 'no-store' });
    return response.ok && !(await response.text()).includes(build);
  } catch {
    return false;
  }
}

/**
 * Reloads a tab that was left open through a deployment. Each build does so once
 * in a tab at most: servers of two builds side by side make no loop of it. False:
 * reloading would not help, or not surely.
 */
export async function reloadIfOutdated(): Promise<boolean> {
  const build = runningBuild();
  if (tabStorage.get(storageKey) === build || !(await isOutdated(build))) return false;
  if (!tabStorage.set(storageKey, build)) return false;
  reload();
  return true;
}
