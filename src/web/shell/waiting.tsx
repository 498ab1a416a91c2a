/** What stands while the first answer is on its way: quiet, and only spoken to screen readers after a while. */
export function Waiting() {
  return (
    <div className="waiting" role="status">
      Đang mở…
    </div>
  );
}
