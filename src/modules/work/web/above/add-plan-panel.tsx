import { Alert, Button, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import { notify } from '#web/notices.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { addAbovePlan, listOfferedPlans, takeAbovePlan } from '../../contract/above.ts';

interface PanelProps {
  readonly year: number;
  readonly onClose: () => void;
}

/** Three ways for a plan of a higher level to come in. */
export function AddPlanPanel({ year, onClose }: PanelProps) {
  const [way, setWay] = useState('unit');
  return (
    <SidePanel isOpen title={`Thêm kế hoạch cấp trên năm ${year}`} onClose={onClose}>
      <SegmentedControl
        fullWidth
        mb="md"
        aria-label="Cách lấy kế hoạch cấp trên"
        value={way}
        onChange={setWay}
        data={[
          { value: 'unit', label: 'Đơn vị cấp trên' },
          { value: 'document', label: 'Văn bản' },
          { value: 'hand', label: 'Nhập tay' },
        ]}
      />
      {way === 'hand' ? <ByHand year={year} onClose={onClose} /> : <Offered way={way} year={year} onClose={onClose} />}
    </SidePanel>
  );
}

function Offered({ way, year, onClose }: PanelProps & { way: string }) {
  const offered = useCall(listOfferedPlans, { query: { year } });
  const take = useSend(takeAbovePlan);
  const onTake = (body: Parameters<typeof take.mutate>[0]['body']) =>
    take.mutate(
      { body },
      {
        onSuccess: ({ added }) => {
          notify('done', `Đã lấy ${added} yêu cầu của kế hoạch cấp trên.`);
          onClose();
        },
      },
    );
  if (offered.error) return <ErrorState error={offered.error} onRetry={() => void offered.refetch()} />;
  if (!offered.data) return null;
  const rows =
    way === 'unit'
      ? offered.data.units.map((one) => ({
          key: one.planId,
          title: one.title,
          note: [
            one.unit,
            one.number,
            one.day && formatDate(one.day),
            `${one.targets} chỉ tiêu, ${one.tasks} nhiệm vụ`,
          ],
          body: { from: 'unit' as const, year, planId: one.planId },
        }))
      : offered.data.documents.map((one) => ({
          key: one.importId,
          title: one.title,
          note: [one.issuer, one.year && `năm ${one.year}`],
          body: { from: 'document' as const, year, importId: one.importId },
        }));
  return (
    <>
      <Text size="sm" mb="sm">
        {way === 'unit'
          ? 'Kế hoạch mà đơn vị cấp trên trong hệ thống đã ban hành và công khai cho năm này.'
          : 'Văn bản kế hoạch đã đọc, đang ở bước đối chiếu. Lấy ở đây thì không cần chấp nhận thành kế hoạch của ta.'}
      </Text>
      {rows.length === 0 && (
        <Text mb="sm">{way === 'unit' ? 'Chưa có kế hoạch nào.' : 'Chưa có văn bản nào đã đọc.'}</Text>
      )}
      <ul className="work-list">
        {rows.map(({ key, title, note, body }) => (
          <li key={key} className="work-item">
            <div>
              <p>{title}</p>
              <Text size="sm" c="dimmed">
                {note.filter(Boolean).join(' · ')}
              </Text>
            </div>
            <Button
              size="compact-md"
              aria-label={`Lấy: ${title}`}
              loading={take.isPending}
              onClick={() => onTake(body)}
            >
              Lấy
            </Button>
          </li>
        ))}
      </ul>
      {way === 'document' && (
        <Button component={Link} to="/nhap-ke-hoach" variant="default" mt="sm">
          Nhập văn bản kế hoạch
        </Button>
      )}
      {take.error && (
        <Alert color="red" mt="sm" role="alert">
          {take.error.message}
        </Alert>
      )}
    </>
  );
}

function ByHand({ year, onClose }: PanelProps) {
  const [value, setValue] = useState({ issuer: '', number: '', title: `Kế hoạch cải cách hành chính năm ${year}` });
  const [day, setDay] = useState<PlainDate>();
  const add = useSend(addAbovePlan);
  const set = (part: Partial<typeof value>) => setValue({ ...value, ...part });
  const isReady = value.issuer.trim().length >= 2 && value.title.trim().length >= 3;
  return (
    <FormFrame
      submit="Ghi kế hoạch"
      isChanged={value.issuer !== '' || value.number !== ''}
      isPending={add.isPending}
      error={add.error}
      verdict={isReady ? allowed : refused('missing')}
      words={{ missing: 'Xin ghi cơ quan ban hành và tên kế hoạch.' }}
      onSubmit={() =>
        add.mutate(
          { body: { year, ...value, day: day ?? null } },
          {
            onSuccess: () => {
              notify('done', 'Đã ghi kế hoạch cấp trên. Xin ghi tiếp nhiệm vụ, chỉ tiêu của kế hoạch ấy.');
              onClose();
            },
          },
        )
      }
      onCancel={onClose}
    >
      <TextInput
        label="Cơ quan ban hành"
        required
        maxLength={300}
        placeholder="Ví dụ: UBND tỉnh Thanh Hóa"
        value={value.issuer}
        onChange={(event) => set({ issuer: event.currentTarget.value })}
      />
      <TextInput
        label="Số, ký hiệu"
        maxLength={100}
        placeholder="Ví dụ: 257/KH-UBND"
        value={value.number}
        onChange={(event) => set({ number: event.currentTarget.value })}
      />
      <DateField label="Ngày ban hành" value={day} onChange={setDay} />
      <TextInput
        label="Tên kế hoạch"
        required
        maxLength={500}
        value={value.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
    </FormFrame>
  );
}
