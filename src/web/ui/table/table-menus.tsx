import { Button, Menu } from '@mantine/core';
import { IconColumns3, IconFileSpreadsheet, IconMessageShare, IconPrinter, IconShare } from '@tabler/icons-react';
import type { Column } from './column.ts';

/** Which columns are shown. */
export function ColumnMenu<Row>(props: {
  columns: readonly Column<Row>[];
  isShown: (column: Column<Row>) => boolean;
  onToggle: (column: Column<Row>) => void;
}) {
  return (
    <Menu closeOnItemClick={false} position="bottom-end" shadow="md">
      <Menu.Target>
        <Button className="column-menu" variant="default" leftSection={<IconColumns3 size={18} stroke={1.6} />}>
          Cột
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Cột hiển thị</Menu.Label>
        {props.columns
          .filter((column) => !column.isMain)
          .map((column) => (
            <Menu.CheckboxItem key={column.id} checked={props.isShown(column)} onChange={() => props.onToggle(column)}>
              {column.title}
            </Menu.CheckboxItem>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Ways out of the list, each of exactly what is shown. */
export function SendMenu(props: {
  excelHref: string | undefined;
  onCopy: () => void;
  onPrint: () => void;
  isBusy: boolean;
}) {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" loading={props.isBusy} leftSection={<IconShare size={18} stroke={1.6} />}>
          Xuất, gửi
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.excelHref !== undefined && (
          <Menu.Item
            component="a"
            href={props.excelHref}
            download
            leftSection={<IconFileSpreadsheet size={18} stroke={1.6} />}
          >
            Xuất Excel
          </Menu.Item>
        )}
        <Menu.Item onClick={props.onCopy} leftSection={<IconMessageShare size={18} stroke={1.6} />}>
          Sao chép để gửi Zalo
        </Menu.Item>
        <Menu.Item onClick={props.onPrint} leftSection={<IconPrinter size={18} stroke={1.6} />}>
          In A4
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
