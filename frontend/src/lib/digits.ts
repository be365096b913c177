const digit = /\p{Nd}/u;

/** The value of a decimal digit. In Unicode they come in tens, zero first. */
function digitValue(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let zero = code;
  while (digit.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** The digits of a text, of whichever script, as `0` to `9`: keyboards of many languages give digits of their own. */
export function digitsOf(text: string): string {
  return [...text.normalize('NFKC')]
    .filter((char) => digit.test(char))
    .map(digitValue)
    .join('');
}
