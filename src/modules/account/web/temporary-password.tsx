import { ToldOnce } from './told-once.tsx';

/** A first password, to be given to its owner. */
export function TemporaryPassword(props: { username: string; password: string; onDone: () => void }) {
  const { username, password } = props;
  return (
    <ToldOnce
      title="Mật khẩu tạm, chỉ hiện một lần"
      text={`Tên đăng nhập: ${username}\nMật khẩu tạm: ${password}`}
      onDone={props.onDone}
    >
      <p>
        Tên đăng nhập: <code>{username}</code>
        <br />
        Mật khẩu tạm: <code>{password}</code>
      </p>
      <p className="dimmed">Đưa tận tay hoặc đọc qua điện thoại. Người dùng phải đổi ngay khi đăng nhập lần đầu.</p>
    </ToldOnce>
  );
}
