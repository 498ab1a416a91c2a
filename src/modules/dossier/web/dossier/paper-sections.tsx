import { Anchor, Button } from '@mantine/core';
import type { Id } from '#kernel/brands.ts';
import { formatDate } from '#kernel/plain-date.ts';
import { Section } from '#modules/work/web/obligation/section.tsx';
import { addressOf } from '#web/address-of.ts';
import { printControl } from '../../contract/forms.ts';
import { formKindWords } from '../../text/form-words.ts';
import { momentText } from '../shared/moment-text.ts';
import type { DossierPage } from '../shared/rows.ts';
import { formAddress } from '../shared/show-forms.ts';

const handedWords = {
  paper: 'bản giấy',
  present: 'xuất trình',
  electronic: 'điện tử',
  database: 'tra từ cơ sở dữ liệu',
  store: 'đã có trong kho của người nộp',
  missing: 'còn thiếu',
} as const;
const resultKinds = { electronic: 'kết quả điện tử', scan: 'kết quả số hóa', paper: 'bản giấy' } as const;

interface PaperSectionsProps {
  readonly page: DossierPage;
  readonly onView: (evidenceId: Id) => void;
}

/** Papers handed in, results, and slips that were issued. */
export function PaperSections({ page, onView }: PaperSectionsProps) {
  return (
    <>
      <Section title="Thành phần hồ sơ">
        {page.components.length === 0 && <p>Chưa ghi giấy tờ nào.</p>}
        <ol>
          {page.components.map((one) => (
            <li key={one.id}>
              {one.name} – {handedWords[one.handed]}
              {one.originals + one.copies > 0 && ` (${one.originals} chính, ${one.copies} sao)`}
              {one.toGiveBack && (one.givenBackAt ? ', đã trả bản chính' : ', phải trả lại bản chính')}
              <ViewFile evidenceId={one.evidenceId} name={one.name} onView={onView} />
            </li>
          ))}
        </ol>
      </Section>
      {page.results.length > 0 && (
        <Section title="Kết quả">
          <ul>
            {page.results.map((one) => (
              <li key={one.id}>
                {one.title}
                {one.number && `, số ${one.number}`}
                {one.signedOn && `, ngày ${formatDate(one.signedOn)}`}
                {one.signer && `, ký: ${one.signer}`} ({resultKinds[one.kind]})
                {one.validUntil && `, có giá trị đến ${formatDate(one.validUntil)}`}
                <ViewFile evidenceId={one.evidenceId} name={one.title} onView={onView} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Phiếu đã lập">
        <ul>
          {page.forms.map((one) => (
            <li key={one.id}>
              <Anchor href={formAddress(one.id)} target="_blank">
                {formKindWords[one.kind]} số {one.number}
              </Anchor>{' '}
              – {one.issuedByName}, {momentText(one.issuedAt)}
            </li>
          ))}
          <li>
            <Anchor href={addressOf(printControl.path, { dossierId: page.id }, undefined)} target="_blank">
              Phiếu kiểm soát quá trình giải quyết hồ sơ
            </Anchor>{' '}
            – lập tự động từ diễn biến
          </li>
        </ul>
      </Section>
    </>
  );
}

interface ViewFileProps {
  readonly evidenceId: Id | null;
  readonly name: string;
  readonly onView: (evidenceId: Id) => void;
}

function ViewFile({ evidenceId, name, onView }: ViewFileProps) {
  if (!evidenceId) return null;
  return (
    <Button variant="subtle" size="compact-sm" aria-label={`Xem tệp ${name}`} onClick={() => onView(evidenceId)}>
      Xem tệp
    </Button>
  );
}
