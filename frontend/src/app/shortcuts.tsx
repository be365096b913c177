import { useLingui } from '@lingui/react/macro';
import { Kbd, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '../ui/dialog';
import { paletteKeys } from './palette-keys';
import { pages } from './sections';

function Row({ keys, children }: { keys: string[]; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Td>{children}</Table.Td>
      <Table.Td ta="right">
        {keys.map((key) => (
          <Kbd key={key} ms={4}>
            {key}
          </Kbd>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}

export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui();
  return (
    <Dialog opened onClose={onClose} title={t`Keyboard shortcuts`}>
      <Table>
        <Table.Tbody>
          <Row keys={paletteKeys.split(' ')}>{t`Search or jump to…`}</Row>
          {pages.map(({ to, label, key }) => (
            <Row key={to} keys={['g', key]}>
              {i18n._(label)}
            </Row>
          ))}
          <Row keys={['?']}>{t`Show shortcuts`}</Row>
          <Row keys={['Esc']}>{t`Close dialog`}</Row>
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
