import { Modal } from '@mantine/core';
import { notify } from '#web/notices.ts';
import type { EvidenceRow } from '../contract/parts.ts';
import { DocumentForm } from './document-form.tsx';
import { FileForm } from './file-form.tsx';

export interface EnterDialogProps {
  readonly kind: 'document' | 'file';
  readonly typed?: string;
  readonly onDone: (evidence: EvidenceRow) => void;
  readonly onClose: () => void;
}

/** Enters evidence over whatever screen asked for it; a document that is there already is handed over as it is. */
export function EnterDialog({ kind, typed, onDone, onClose }: EnterDialogProps) {
  function take(evidence: EvidenceRow, again: boolean) {
    notify(
      again ? 'info' : 'done',
      again ? `Văn bản ${evidence.name} đã có trong danh sách; đã lấy văn bản đó.` : `Đã nhập ${evidence.name}.`,
    );
    onDone(evidence);
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={kind === 'document' ? 'Nhập văn bản đã ban hành' : 'Nhập tệp minh chứng'}
    >
      {kind === 'document' ? (
        <DocumentForm {...(typed !== undefined && { typed })} onDone={take} onCancel={onClose} />
      ) : (
        <FileForm onDone={(evidence) => take(evidence, false)} onCancel={onClose} />
      )}
    </Modal>
  );
}
