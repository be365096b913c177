/** Catalogs as pairs of path and text. */
type Catalogs = readonly (readonly [path: string, text: string])[];

export function untranslated(catalogs: Catalogs): string[];
export function collisions(catalogs: Catalogs): string[];
