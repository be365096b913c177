// All catalogs of the language as one module: switching is one request.
const catalogs = import.meta.glob<{ messages: Record<string, string> }>(
  ['./en.po', '../sections/*/locales/en.po'],
  { eager: true },
);

export const messages = Object.assign({}, ...Object.values(catalogs).map((one) => one.messages));
