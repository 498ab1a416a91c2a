/** What a version of the plan did to a task. */
export const amendmentWords: Readonly<Record<'added' | 'changed' | 'moved' | 'removed', string>> = {
  added: 'bổ sung nhiệm vụ này',
  changed: 'sửa nhiệm vụ này',
  moved: 'chuyển chỗ trong kế hoạch, nội dung giữ nguyên',
  removed: 'bỏ nhiệm vụ này',
};
