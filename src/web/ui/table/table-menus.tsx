import { Button } from '@mantine/core';
import { IconColumns3, IconFileSpreadsheet, IconMessageShare, IconPrinter, IconShare } from '@tabler/icons-react';
import { MenuButton } from '../menu-button.tsx';
import type { Column } from './column.ts';

interface ColumnMenuProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly isShown: (column: Column<Row>) => boolean;
  readonly onToggle: (column: Column<Row>) => void;
}

/** Which columns are shown. */
export function ColumnMenu<Row>({ columns, isShown, onToggle }: ColumnMenuProps<Row>) {
  const entries = columns
    .filter((column) => !column.isMain)
    .map((column) => ({ label: column.title, isChecked: isShown(column), onClick: () => onToggle(column) }));
  return (
    <MenuButton heading="Cột hiển thị" entries={entries} staysOpen>
      {(opener) => (
        <Button
          className="column-menu"
          variant="default"
          leftSection={<IconColumns3 size={18} stroke={1.6} />}
          {...opener}
        >
          Cột
        </Button>
      )}
    </MenuButton>
  );
}

interface SendMenuProps {
  readonly excelHref: string | undefined;
  readonly onCopy: () => void;
  readonly onPrint: () => void;
  readonly isBusy: boolean;
}

/** Ways out of the list, each of exactly what is shown. */
export function SendMenu({ excelHref, onCopy, onPrint, isBusy }: SendMenuProps) {
  const excel = excelHref === undefined ? [] : [{ label: 'Xuất Excel', href: excelHref, icon: IconFileSpreadsheet }];
  const entries = [
    ...excel,
    { label: 'Sao chép để gửi Zalo', onClick: onCopy, icon: IconMessageShare },
    { label: 'In A4', onClick: onPrint, icon: IconPrinter },
  ];
  return (
    <MenuButton entries={entries}>
      {(opener) => (
        <Button variant="default" loading={isBusy} leftSection={<IconShare size={18} stroke={1.6} />} {...opener}>
          Xuất, gửi
        </Button>
      )}
    </MenuButton>
  );
}
