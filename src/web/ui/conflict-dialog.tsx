import { Button, Group, Modal, Text } from '@mantine/core';

export interface ConflictField {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface ConflictDialogProps {
  readonly isOpen: boolean;
  /** Who saved first and when, as far as the answer tells. */
  readonly who?: string;
  readonly fields: readonly ConflictField[];
  /** Saves mine over the other's, with the new version number. */
  readonly onKeepMine: () => void;
  /** Shows the other's version in the form. */
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
  readonly isPending?: boolean;
  /** What happened and what to choose, where the usual words do not fit. */
  readonly note?: string;
  /** The two ways on in words, where they are no saving of a text; without the first when it is no longer possible. */
  readonly keep?: string | null;
  readonly take?: string;
  /** Heads of what is one's own and of what is there now. */
  readonly heads?: readonly [string, string];
}

/** Somebody else saved first (409): both versions side by side, differing fields marked; nothing is lost until chosen. */
export function ConflictDialog(props: ConflictDialogProps) {
  const [mine, theirs] = props.heads ?? ['Bản của bạn', 'Bản vừa được lưu'];
  const changed = props.fields.filter((field) => field.mine !== field.theirs);
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title="Người khác vừa sửa" size="xl">
      <Text size="sm" mb="md">
        {props.note ??
          `${props.who ?? 'Một người khác'} đã lưu nội dung này trong lúc bạn đang sửa. Hãy so sánh rồi chọn bản giữ lại; bản của bạn vẫn còn trên màn hình.`}
      </Text>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Mục</th>
            <th scope="col">{mine}</th>
            <th scope="col">{theirs}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((field) => (
            <tr key={field.label}>
              <th scope="row">{field.label}</th>
              <td>{field.mine === '' ? <em className="dimmed">để trống</em> : field.mine}</td>
              <td>{field.theirs === '' ? <em className="dimmed">để trống</em> : field.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changed.length === 0 && <Text size="sm">Hai bản giống nhau ở các ô bạn đang sửa.</Text>}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="subtle" onClick={props.onClose}>
          {props.heads ? 'Quay lại' : 'Quay lại sửa tiếp'}
        </Button>
        <Button variant="default" onClick={props.onTakeTheirs}>
          {props.take ?? 'Lấy bản vừa được lưu'}
        </Button>
        {props.keep !== null && (
          <Button onClick={props.onKeepMine} loading={props.isPending ?? false}>
            {props.keep ?? 'Lưu bản của tôi'}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
