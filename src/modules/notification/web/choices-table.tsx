import { Checkbox } from '@mantine/core';
import type { Preferences } from '../contract.ts';
import type { Channel } from '../domain/channels.ts';

type KindChoice = Preferences['kinds'][number];

const names: Readonly<Record<Channel, string>> = { app: 'Màn hình', email: 'Thư điện tử' };

/** Kinds by channels, a box for each. */
export function ChoicesTable(props: { kinds: readonly KindChoice[]; onChange: (kinds: KindChoice[]) => void }) {
  const { kinds, onChange } = props;
  function set(kind: string, channel: Channel, isOn: boolean) {
    onChange(kinds.map((one) => (one.kind === kind ? { ...one, [channel]: isOn } : one)));
  }
  return (
    <table className="choices-table">
      <thead>
        <tr>
          <th scope="col">Việc được báo</th>
          <th scope="col">{names.app}</th>
          <th scope="col">{names.email}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((one) => (
          <tr key={one.kind}>
            <th scope="row">
              {one.label}
              {one.urgent && <span className="dimmed"> (gấp: gửi cả trong giờ yên lặng)</span>}
            </th>
            {(['app', 'email'] as const).map((channel) => {
              const isFixed = channel === 'app' && one.required;
              return (
                <td key={channel}>
                  <Checkbox
                    aria-label={`${one.label}: ${names[channel]}`}
                    checked={one[channel]}
                    disabled={isFixed}
                    {...(isFixed && { label: 'luôn báo' })}
                    onChange={(event) => set(one.kind, channel, event.currentTarget.checked)}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
