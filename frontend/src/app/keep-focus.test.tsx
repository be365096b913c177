import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFocus } from './keep-focus';

let end: () => void;

beforeEach(() => {
  document.body.innerHTML = `
    <main>
      <section aria-label="card">
        <ul><li id="row"><button id="remove">Remove</button></li></ul>
        <button id="scale">Scale</button>
      </section>
      <p>Beside</p>
    </main>
    <div id="overlay"></div>`;
  end = keepFocus(document);
});

afterEach(() => end());

const byId = (id: string) => {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLElement)) throw new Error(id);
  return found;
};

test('a button that was disabled while it worked has the focus again', async () => {
  byId('scale').focus();
  byId('scale').blur(); // as browsers do of what is disabled
  byId('scale').setAttribute('disabled', '');
  expect(document.body).toHaveFocus();
  byId('scale').removeAttribute('disabled');
  await vi.waitFor(() => expect(byId('scale')).toHaveFocus());
});

test('what was around a deleted row takes its focus', async () => {
  byId('remove').focus();
  byId('row').remove();
  await vi.waitFor(() => expect(document.querySelector('ul')).toHaveFocus());
});

test('what was deleted with its list leaves the focus to the card', async () => {
  byId('remove').focus();
  document.querySelector('ul')?.remove();
  await vi.waitFor(() => expect(document.querySelector('section')).toHaveFocus());
});

test('a dialog that closes with the row it was about leaves the focus to the list', async () => {
  byId('remove').focus();
  byId('overlay').innerHTML = '<div role="dialog"><button id="confirm">Remove</button></div>';
  byId('confirm').focus();
  byId('row').remove();
  byId('overlay').innerHTML = '';
  await vi.waitFor(() => expect(document.querySelector('ul')).toHaveFocus());
});

test('who clicked beside everything keeps the focus nowhere', async () => {
  byId('remove').focus();
  const aside = document.querySelector('p');
  if (aside) await userEvent.click(aside);
  const focused = vi.spyOn(HTMLElement.prototype, 'focus');
  byId('row').remove();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(focused).not.toHaveBeenCalled();
  focused.mockRestore();
});

test('who focuses something else at once comes first', async () => {
  byId('remove').focus();
  byId('row').remove();
  byId('scale').focus();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(byId('scale')).toHaveFocus();
});
