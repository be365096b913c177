import { deviceStorage } from '../src/lib/storage';

/** What the editor keeps its tabs in; undefined: the browser's own, if that keeps anything. */
export function editorStorage() {
  if (deviceStorage.set('portico-playground', '1')) return undefined;
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    get length() {
      return kept.size;
    },
  };
}
