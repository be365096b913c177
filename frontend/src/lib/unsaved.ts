import { createContext, use, useEffect, useEffectEvent, useState } from 'react';
import { type Drafts, takeDraft } from './drafts';

/** A form on screen. */
export type Watched = {
  /** Whether something is typed in it that is not saved. */
  isDirty: () => boolean;
  /** What is typed in it, and under which name it is kept where the session ends meanwhile. */
  draft?: () => { name: string; values: object } | undefined;
  /** Whether it is on a part of its page that can go while the page stays, as a dialog or a tab. */
  onPart?: boolean;
};

/** The forms on screen, and whether something typed in them would be lost. */
export class Unsaved {
  #forms = new Set<Watched>();
  #around: Unsaved | undefined;

  /** `around`: the forms of the page, where these are on a part of it. */
  constructor(around?: Unsaved) {
    this.#around = around;
  }

  watch(form: Watched): () => void {
    this.#forms.add(form);
    const leave = this.#around?.watch({ ...form, onPart: true });
    return () => {
      this.#forms.delete(form);
      leave?.();
    };
  }

  /** Whether there is unsaved input, on the whole page or on parts of it alone. */
  isDirty({ onParts = false } = {}): boolean {
    return [...this.#forms].some((form) => (form.onPart || !onParts) && form.isDirty());
  }

  /** What is kept of the input where the session ends. */
  drafts(): Drafts {
    const dirty = [...this.#forms].filter(({ isDirty }) => isDirty());
    const drafts = dirty.map(({ draft }) => draft?.()).filter((draft) => draft !== undefined);
    return Object.fromEntries(drafts.map(({ name, values }) => [name, values]));
  }
}

/** Null: what is typed below is not worth a question. */
export const UnsavedContext = createContext<Unsaved | null>(null);

/** The forms of a part of the page that can go while the page stays. */
export function useUnsavedPart(): Unsaved | null {
  const around = use(UnsavedContext);
  const [part] = useState(() => around && new Unsaved(around));
  return part;
}

/** Has the page ask before input is lost. */
export function useUnsaved(form: Omit<Watched, 'onPart'>) {
  const unsaved = use(UnsavedContext);
  const isDirty = useEffectEvent(form.isDirty);
  const draft = useEffectEvent(() => form.draft?.());
  useEffect(() => unsaved?.watch({ isDirty: () => isDirty(), draft: () => draft() }), [unsaved]);
}

/** Gives back what was typed before the session ended, once. */
export function useDraft<Values extends object>(name: string | undefined, restore: (values: Values) => void) {
  const unsaved = use(UnsavedContext);
  const give = useEffectEvent(restore);
  useEffect(() => {
    const values = unsaved && name && takeDraft(name);
    if (values) give(values as Values);
  }, [unsaved, name]);
}
