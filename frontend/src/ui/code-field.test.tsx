import { useForm } from '@mantine/form';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderPage } from '../lib/test-page';
import { CodeField } from './code-field';

function Form({ onSend }: { onSend: (code: string) => void }) {
  const form = useForm({ initialValues: { code: '' } });
  return (
    <form onSubmit={form.onSubmit(({ code }) => onSend(code))}>
      <CodeField label="Code" {...form.getInputProps('code')} />
    </form>
  );
}

test.each(['123456', '１２３４５６', '١٢٣٤٥٦', '۱۲۳۴۵۶', '123 456'])(
  '%s is sent as 123456 when its last digit is there',
  async (typed) => {
    const onSend = vi.fn();
    renderPage(<Form onSend={onSend} />);
    await userEvent.click(screen.getByLabelText('Code'));
    await userEvent.paste(typed);
    expect(screen.getByLabelText('Code')).toHaveValue('123456');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('123456');
  },
);
