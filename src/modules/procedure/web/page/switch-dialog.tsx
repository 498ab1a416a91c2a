import { ReasonDialog } from '#modules/work/web/shared/reason-dialog.tsx';
import { notify } from '#web/notices.ts';
import { useSend } from '#web/use-send.ts';
import { type ProcedurePage, switchProcedure } from '../../contract/catalogue.ts';

/** Switches a procedure off, with the reason, or on again. */
export function SwitchDialog({ procedure, onClose }: { procedure: ProcedurePage; onClose: () => void }) {
  const { isOn, code, version } = procedure;
  const send = useSend(switchProcedure, {
    onSuccess: () => {
      notify('done', isOn ? 'Đã tắt thủ tục tại đơn vị.' : 'Đã bật thủ tục tại đơn vị.');
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={isOn ? 'Tắt thủ tục này tại đơn vị?' : 'Bật lại thủ tục này tại đơn vị?'}
      confirm={isOn ? 'Tắt thủ tục' : 'Bật thủ tục'}
      least={isOn ? 5 : 0}
      isPending={send.isPending}
      error={send.error}
      onSend={(reason) =>
        send.mutate({ params: { code }, body: { isOn: !isOn, version, ...(reason !== '' && { reason }) } })
      }
      onClose={onClose}
    >
      <p>
        {isOn
          ? 'Quầy và trang công khai không còn thấy thủ tục này; hồ sơ đã nhận vẫn giải quyết tiếp. Lúc nào cũng bật lại được.'
          : 'Quầy lại tiếp nhận được thủ tục này.'}
      </p>
    </ReasonDialog>
  );
}
