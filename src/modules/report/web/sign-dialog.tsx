import { Alert, Button, Checkbox, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { EvidenceRef } from '#modules/evidence/contract/parts.ts';
import { EvidencePicker } from '#modules/evidence/web/evidence-picker.tsx';
import { notify } from '#web/notices.ts';
import { useSend } from '#web/use-send.ts';
import { type ReportRow, type SectionRow, signReport } from '../contract.ts';

interface SignDialogProps {
  readonly report: ReportRow;
  readonly sections: readonly SectionRow[];
  readonly onClose: () => void;
}

/** Names the signed document, once, for everything the report fulfils. */
export function SignDialog({ report, sections, onClose }: SignDialogProps) {
  const [documents, setDocuments] = useState<readonly EvidenceRef[]>([]);
  const [isDespite, setDespite] = useState(false);
  const sign = useSend(signReport);
  const missing = sections.filter(({ state }) => state !== 'accepted');
  const [document] = documents;
  const isReady = document !== undefined && (missing.length === 0 || isDespite);
  function send() {
    if (!document) return;
    sign.mutate(
      {
        params: { reportId: report.id },
        body: { version: report.version, evidenceId: document.id, despiteMissing: isDespite },
      },
      {
        onSuccess: ({ serves }) => {
          notify('done', `Đã ghi nhận. ${serves} sản phẩm được hoàn thành theo báo cáo này.`);
          onClose();
        },
      },
    );
  }
  return (
    <Modal opened onClose={onClose} title={`Ghi nhận báo cáo ${report.periodWords} đã ký`} size="lg">
      <Text mb="md">
        Chọn văn bản báo cáo đã ký, đã có số. Một văn bản này hoàn thành {report.serves} sản phẩm là báo cáo của kỳ,
        không ai phải nộp lại.
      </Text>
      <EvidencePicker label="Văn bản báo cáo" value={documents} onChange={setDocuments} most={1} />
      {missing.length > 0 && (
        <Alert color="amber" my="md" title="Còn phần chưa được chấp nhận">
          <p>{missing.map(({ title }) => title).join('; ')}</p>
          <Checkbox
            label="Vẫn ghi nhận; các phần này được nêu rõ là thiếu"
            checked={isDespite}
            onChange={(event) => setDespite(event.currentTarget.checked)}
          />
        </Alert>
      )}
      {sign.error && (
        <Alert color="red" my="md" role="alert">
          {sign.error.message}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Quay lại
        </Button>
        <Button disabled={!isReady} loading={sign.isPending} onClick={send}>
          Ghi nhận đã ký
        </Button>
      </Group>
    </Modal>
  );
}
