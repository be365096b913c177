import type { MessageDescriptor } from '@lingui/core';
import type { Icon } from '@tabler/icons-react';
import type { SectionRules } from './rules';

/** What a section contributes for those who are signed in. It loads with the entry: what is large it loads itself. */
export type Section = {
  /** Of any type here: as `AnyRoute` they would forget their search and parameters. */
  routes: readonly object[];
  /**
   * Its entry in menu and palette, and either in the bar at the top or, where it is of
   * the account, in the rail at the left; `key` follows a `g` on the keyboard.
   */
  menu: { to: string; label: MessageDescriptor; icon: Icon; key: string; place: 'bar' | 'account' };
  /** Its events, and how its mutations change the cache. They load with the shell. */
  rules: readonly (() => Promise<SectionRules>)[];
};
