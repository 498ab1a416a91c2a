import '../procedure.css';
import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { formatDate } from '#kernel/plain-date.ts';
import { HistoryFold } from '#modules/org/web/history-fold.tsx';
import { Facts } from '#modules/work/web/obligation/facts.tsx';
import { Section } from '#modules/work/web/obligation/section.tsx';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { getProcedure, type ProcedurePage } from '../../contract/catalogue.ts';
import { begun, channelName, codeWords, onlineName, unverifiedNames } from '../../text.ts';
import { procedureWords, useMayManageProcedures } from '../may-manage.ts';
import { AbolishDialog } from './abolish-dialog.tsx';
import { ComponentSection } from './component-section.tsx';
import { FeeSection } from './fee-section.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { SwitchDialog } from './switch-dialog.tsx';
import { TermSection } from './term-section.tsx';
import { VersionSection } from './version-section.tsx';

/** One procedure: what it asks, how long, how much, where here, and every version of it. */
export function Component() {
  const { code = '' } = useParams();
  const [params] = useSearchParams();
  const version = params.get('phien-ban');
  const query = version === null ? {} : { version: version as Id };
  const { data, error, refetch } = useCall(getProcedure, { params: { code }, query });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <p>Đang lấy nội dung…</p>;
  return <Loaded procedure={data} />;
}

type Open = 'switch' | 'settings' | 'abolish';

function Loaded({ procedure }: { procedure: ProcedurePage }) {
  const [open, setOpen] = useState<Open>();
  const may = { verdict: useMayManageProcedures(), words: procedureWords };
  const { content, code } = procedure;
  const close = () => setOpen(undefined);
  const address = `/thu-tuc/${encodeURIComponent(code)}`;
  return (
    <>
      <PageHeader
        title={content.name}
        back={{ to: '/thu-tuc', label: 'Danh mục thủ tục' }}
        note={`${begun(codeWords(code))} · ${content.field} · ${content.level}`}
        actions={
          procedure.isHeld &&
          !procedure.abolished && (
            <>
              <ActionButton {...may} onClick={() => setOpen('settings')}>
                Nhập thời hạn, phí, nơi nhận
              </ActionButton>
              <ActionButton {...may} variant="default" onClick={() => setOpen('switch')}>
                {procedure.isOn ? 'Tắt tại đơn vị' : 'Bật tại đơn vị'}
              </ActionButton>
              {may.verdict.ok && (
                <Button component={Link} to={`${address}/phien-ban-moi`} variant="default">
                  Sửa nội dung
                </Button>
              )}
              <ActionButton {...may} variant="default" onClick={() => setOpen('abolish')}>
                Ghi nhận bãi bỏ
              </ActionButton>
              <Button
                component="a"
                href={`/xa/${procedure.unitCode}/thu-tuc/${encodeURIComponent(code)}`}
                target="_blank"
                variant="default"
              >
                Trang cho người dân
              </Button>
            </>
          )
        }
      />
      <Notices procedure={procedure} address={address} />
      <TermSection procedure={procedure} />
      <FeeSection procedure={procedure} />
      <ComponentSection content={content} />
      <Section title="Thông tin chung">
        <Facts
          facts={[
            ['Mã địa phương', content.localCode],
            ['Quyết định công bố', content.decision],
            ['Có hiệu lực từ', procedure.effectiveFrom ? formatDate(procedure.effectiveFrom) : 'nguồn không ghi'],
            ['Cách nộp', content.channels.map(channelName).map(begun).join(', ')],
            ['Dịch vụ trực tuyến', onlineName(content.onlineLevel)],
            ['Liên thông', content.isLinked ? 'Có' : 'Không'],
            ['Kết quả', content.results.map((one) => (one.code ? `${one.name} (${one.code})` : one.name)).join('; ')],
            [
              'Nơi tiếp nhận',
              procedure.receptionPoints.map((one) => one.name).join('; ') || 'Mọi điểm tiếp nhận của đơn vị',
            ],
            ['Phụ trách', procedure.position?.name],
            ['Bộ phận', procedure.department?.name],
            ['Ghi chú của đơn vị', procedure.unitNote],
            ['Ghi chú', content.note],
            ['Nguồn', content.source],
          ]}
        />
      </Section>
      <VersionSection procedure={procedure} address={address} />
      <HistoryFold type="procedure" id={code} />
      {open === 'switch' && <SwitchDialog procedure={procedure} onClose={close} />}
      {open === 'settings' && <SettingsPanel procedure={procedure} onClose={close} />}
      {open === 'abolish' && <AbolishDialog procedure={procedure} onClose={close} />}
    </>
  );
}

/** What anybody must know before relying on the page. */
function Notices({ procedure, address }: { procedure: ProcedurePage; address: string }) {
  const { content } = procedure;
  // What the unit said itself stands on its own citation.
  const left = content.unverifiedFields.filter((field) => !(field === 'timeLimit' && procedure.unitTerms.length > 0));
  const unverified = left.map((field) => unverifiedNames[field] ?? field).join(', ');
  const isDoubtful = !content.verified && (left.length > 0 || content.unverifiedFields.length === 0);
  return (
    <>
      {!procedure.isHeld && (
        <Alert color="blue" mb="sm">
          Đây là một phiên bản khác với phiên bản đang dùng. <Link to={address}>Xem phiên bản đang dùng</Link>
        </Alert>
      )}
      {procedure.abolished && (
        <Alert color="gray" mb="sm">
          Thủ tục đã bị bãi bỏ{procedure.effectiveFrom ? ` từ ${formatDate(procedure.effectiveFrom)}` : ''}; hồ sơ đã
          nhận trước đó vẫn giải quyết theo phiên bản cũ.
          {procedure.successorCode && (
            <>
              {' '}
              Thay bằng <Link to={`/thu-tuc/${procedure.successorCode}`}>{procedure.successorCode}</Link>.
            </>
          )}
        </Alert>
      )}
      {!procedure.isOn && (
        <Alert color="yellow" mb="sm">
          Đơn vị đã tắt thủ tục này. Lý do: {procedure.offReason}
        </Alert>
      )}
      {isDoubtful && (
        <Alert color="yellow" mb="sm">
          Chưa đối chiếu với quyết định công bố{unverified ? `: ${unverified}` : ''}. Xin kiểm tra trước khi dùng.
        </Alert>
      )}
    </>
  );
}
