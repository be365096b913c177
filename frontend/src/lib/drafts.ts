import * as v from 'valibot';
import { looksPrivate } from './private-key';
import { tabStorage } from './storage';

const key = 'portico-drafts';

/** What was typed, by the name of its form. */
export type Drafts = Record<string, object>;

/** Fields that hold a secret. */
const secretField = /password|(?<!postal)code|secret|token|signature/i;

/** One of Portico's API tokens. */
const apiToken = /ptk_[0-9A-Za-z]{30}/;

/** Whether a value is a secret, wherever it was pasted. */
function isSecret(value: unknown): boolean {
  const text = String(value);
  return looksPrivate(text) || apiToken.test(text);
}

/** What may be kept of a form: no secret ever is. */
function withoutSecrets(values: object): object {
  const kept = Object.entries(values).filter(
    ([field, value]) => !secretField.test(field) && !isSecret(value),
  );
  return Object.fromEntries(kept);
}

const stored = v.object({
  /** Whose they are: nobody else gets to see them. */
  account: v.string(),
  /** Where they were typed, to go back to. */
  path: v.string(),
  search: v.record(v.string(), v.unknown()),
  forms: v.record(v.string(), v.record(v.string(), v.unknown())),
});

type Stored = v.InferOutput<typeof stored>;

function read(): Stored | undefined {
  try {
    return v.parse(stored, JSON.parse(tabStorage.get(key) ?? ''));
  } catch {
    return undefined;
  }
}

export function dropDrafts() {
  tabStorage.set(key, '');
}

/** Keeps what was typed in this tab until its account is signed in again. */
export function keepDrafts(drafts: Omit<Stored, 'forms'> & { forms: Drafts }) {
  const safe = Object.entries(drafts.forms).map(([name, values]) => [name, withoutSecrets(values)] as const);
  const forms = safe.filter(([, values]) => Object.keys(values).length > 0);
  if (forms.length > 0) tabStorage.set(key, JSON.stringify({ ...drafts, forms: Object.fromEntries(forms) }));
}

/** Somebody is signed in: another account's drafts are gone from now on. */
export function keepDraftsOf(account: string) {
  const drafts = read();
  if (drafts && drafts.account !== account) dropDrafts();
}

/** What of the address belongs to the drafts of a page: an open dialog, a tab. */
export function searchOfDrafts(path: string): Record<string, unknown> {
  const drafts = read();
  return drafts?.path === path ? drafts.search : {};
}

/** The draft of a form, for once. */
export function takeDraft(name: string): object | undefined {
  const drafts = read();
  const taken = drafts?.forms[name];
  if (!drafts || !taken) return undefined;
  const { [name]: _, ...forms } = drafts.forms;
  tabStorage.set(key, JSON.stringify({ ...drafts, forms }));
  return taken;
}
