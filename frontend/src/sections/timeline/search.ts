import * as v from 'valibot';

const day = v.pipe(v.string(), v.isoDate());
const maybe = <Value extends v.GenericSchema>(schema: Value) =>
  v.optional(v.fallback(v.optional(schema), undefined));

/** What the page shows, as it stands in its address. What makes no sense there is left out. */
export const timelineSearch = v.object({
  /** Event types, in lower case with commas between. */
  types: maybe(v.string()),
  /** An app's id. */
  app: maybe(v.string()),
  /** The first and the last day, in the account's time zone. */
  from: maybe(day),
  to: maybe(day),
});

export type TimelineSearch = v.InferOutput<typeof timelineSearch>;
