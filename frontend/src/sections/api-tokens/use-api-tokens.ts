import { useList } from '../../lib/use-list';
import { apiTokensDocument } from './documents';

/** The tokens loaded so far, and how to get more of them. */
export const useApiTokens = () => useList(apiTokensDocument, ({ viewer }) => viewer?.apiTokens);
