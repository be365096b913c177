import { t } from '@lingui/core/macro';
import { Component, type ReactNode, Suspense } from 'react';
import { LoadError } from '../lib/load';
import { tellFault } from '../ui/notify';

/** Says that something did not open, and leaves it to the user to reload: there may be unsaved input on the page. */
export function tellNotLoaded() {
  tellFault(
    t`Portico was updated, or the connection failed`,
    t`Save what you typed, reload the page and try again.`,
  );
}

type PartProps = {
  /** Told when the part could not be fetched: what waits for it must not wait on. */
  onLost: () => void;
  children: ReactNode;
};

/** A part of a page that is fetched when it is needed. Without it the rest of the page stays. */
export class Part extends Component<PartProps, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown) {
    if (!(error instanceof LoadError)) return;
    tellNotLoaded();
    this.props.onLost();
  }

  override render() {
    const { error } = this.state;
    if (error instanceof LoadError) return null;
    if (error) throw error;
    return <Suspense>{this.props.children}</Suspense>;
  }
}
