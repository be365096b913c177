import { useList } from '../../lib/use-list';
import { sshKeysDocument } from './documents';

/** The keys loaded so far, and how to get more of them. */
export const useSshKeys = () => useList(sshKeysDocument, ({ viewer }) => viewer?.sshKeys);
