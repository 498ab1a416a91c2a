import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { formatDate } from '#kernel/plain-date.ts';
import { Facts } from '#modules/work/web/obligation/facts.tsx';
import { momentText } from '../shared/moment-text.ts';
import type { DossierPage } from '../shared/rows.ts';

const channels = { counter: 'Trực tiếp', postal: 'Bưu chính', online: 'Trực tuyến' } as const;

const onTime = (value: boolean | null) => (value ? 'đúng hạn' : 'quá hạn');

function personText(person: DossierPage['owner'] | NonNullable<DossierPage['submitter']>): string {
  return [person.name, person.number, person.address, person.phone, person.email].filter(Boolean).join(' · ');
}

/** What is known of a dossier, with its three figures of time side by side. */
export function DossierFacts({ page }: { page: DossierPage }) {
  const { due, figures, owner, submitter, corrects, correctedBy } = page;
  return (
    <Facts
      facts={[
        ['Chủ hồ sơ', personText(owner)],
        ['Ngày sinh', owner.birth && formatDate(owner.birth)],
        ['Người nộp', submitter && `${personText(submitter)}${submitter.paper ? ` (${submitter.paper})` : ''}`],
        ['Nội dung', page.summary],
        [
          'Tiếp nhận',
          `${momentText(page.receivedAt)} · ${channels[page.channel]}${page.receptionPoint ? ` · ${page.receptionPoint}` : ''}`,
        ],
        ['Nhập bù từ giấy', page.paperReason],
        ['Thời hạn', [page.termWords, page.termBasis].filter(Boolean).join(' · ')],
        [
          'Hẹn trả',
          due.first && (
            <div key="due">
              <strong>{momentText(due.current ?? due.first)}</strong>
              {due.current && due.current !== due.first && ` (hẹn đầu ${momentText(due.first)})`}
              <details className="dossier-fold">
                <summary>Vì sao có hạn này</summary>
                <ol>
                  {page.explanation.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ol>
              </details>
            </div>
          ),
        ],
        ['Hạn theo luật', due.statutory && due.statutory !== due.first && momentText(due.statutory)],
        ['Thời gian tạm dừng', figures.pausedWords],
        [
          'Đúng hạn',
          figures.onTimeFirst !== null &&
            `theo hẹn đầu: ${onTime(figures.onTimeFirst)}; theo hẹn lại: ${onTime(figures.onTimeCurrent)}; theo Quyết định 766: ${onTime(figures.onTime766)}`,
        ],
        ['Nơi giải quyết', page.resolvingAgency],
        ['Đang giữ', [page.holderName, page.stepName].filter(Boolean).join(' · ')],
        ['Đang khóa bởi', page.lockedByName],
        ['Nhận kết quả', channels[page.returnBy]],
        ['Mã khác', page.otherCodes.join(', ')],
        [
          'Đính chính cho',
          corrects && (
            <Anchor key="corrects" component={Link} to={`/ho-so/${corrects.id}`}>
              {corrects.code ?? 'hồ sơ trước'}
            </Anchor>
          ),
        ],
        [
          'Được đính chính bởi',
          correctedBy.length > 0 &&
            correctedBy.map((one) => (
              <Anchor key={one.id} component={Link} to={`/ho-so/${one.id}`} mr="sm">
                {one.code ?? 'hồ sơ mới'}
              </Anchor>
            )),
        ],
      ]}
    />
  );
}
