import { SegmentedControl } from '@mantine/core';
import { useNavigate } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { notify } from '#web/notices.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { useCall } from '#web/use-call.ts';
import { getWorkTask } from '../../contract/reads.ts';
import { SheetImport } from './sheet-import.tsx';
import { TaskForm } from './task-form.tsx';

/** Gives out work outside the plan, one task by a form or many by Excel; `?cha=` names the task it is a part of. */
export function Component() {
  const navigate = useNavigate();
  const { values, set } = useFilters(['cach', 'cha'] as const);
  const parentId = values.cha as Id | undefined;
  const parent = useCall(getWorkTask, { params: { taskId: parentId as Id } }, { enabled: parentId !== undefined });
  const isSheet = values.cach === 'excel';
  const back = parentId ? { to: `/viec/${parentId}`, label: 'Nhiệm vụ' } : { to: '/theo-doi', label: 'Theo dõi' };
  return (
    <>
      <PageHeader
        title={parentId ? 'Giao việc con' : 'Giao việc'}
        back={back}
        note={
          parent.data
            ? `Thuộc nhiệm vụ: ${parent.data.content}`
            : 'Việc ngoài kế hoạch: từ văn bản đến, kết luận họp hoặc việc khác.'
        }
      />
      {!parentId && (
        <SegmentedControl
          mb="md"
          aria-label="Cách giao việc"
          value={isSheet ? 'excel' : 'mot'}
          onChange={(value) => set('cach', value === 'excel' ? 'excel' : '')}
          data={[
            { value: 'mot', label: 'Từng việc' },
            { value: 'excel', label: 'Nhiều việc từ Excel' },
          ]}
        />
      )}
      {isSheet ? (
        <SheetImport />
      ) : (
        <TaskForm
          parentId={parentId}
          onCancel={() => void navigate(back.to)}
          onDone={(taskId) => {
            notify('done', 'Đã giao việc, người chủ trì được báo.');
            void navigate(`/viec/${taskId}`);
          }}
        />
      )}
    </>
  );
}
