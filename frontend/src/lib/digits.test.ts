import { expect, test } from 'vitest';
import { digitsOf } from './digits';

test.each([
  ['123456', '123456'],
  [' 123-456 ', '123456'],
  ['１２３４５６', '123456'],
  ['١٢٣٤٥٦', '123456'],
  ['۱۲۳۴۵۶', '123456'],
  ['१२३४५६', '123456'],
  ['𝟙𝟚𝟛 𝟜𝟝𝟞', '123456'],
  ['\u200f٠٩\u200e', '09'],
  ['①½Ⅷ', '112'],
  ['code', ''],
])('%s is %s', (typed, digits) => {
  expect(digitsOf(typed)).toBe(digits);
});
