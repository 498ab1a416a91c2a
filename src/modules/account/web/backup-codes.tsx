import { ToldOnce } from './told-once.tsx';

/** Ten codes for the day the telephone is not at hand; each works once. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  return (
    <ToldOnce title="Mã dự phòng, chỉ hiện một lần" text={codes.join('\n')} onDone={onDone}>
      <p>In hoặc chép ra giấy, cất nơi an toàn. Mất điện thoại thì mỗi mã thay được một lần nhập mã.</p>
      <ul className="backup-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </ToldOnce>
  );
}
