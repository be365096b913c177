type Area = 'localStorage' | 'sessionStorage';

/**
 * What a browser keeps for this site. It may keep nothing: where site data is
 * blocked the area throws or is null, and a full one refuses what is new. What is
 * kept here is a convenience, so a page works without it.
 */
function keeper(area: Area) {
  return {
    /** What was kept; null: nothing, or the browser keeps nothing. */
    get(key: string): string | null {
      try {
        return globalThis[area].getItem(key);
      } catch {
        return null;
      }
    },
    /** Whether it is kept from now on. */
    set(key: string, value: string): boolean {
      try {
        globalThis[area].setItem(key, value);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** For all tabs of this browser, until somebody clears it. */
export const deviceStorage = keeper('localStorage');

/** For this tab, through reloads. */
export const tabStorage = keeper('sessionStorage');
