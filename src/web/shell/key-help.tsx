import { Kbd, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';

const keys = [
  { keys: ['/'], words: 'Đến ô tìm kiếm của danh sách' },
  { keys: ['↑', '↓'], words: 'Chuyển giữa các dòng của danh sách' },
  { keys: ['PageUp', 'PageDown'], words: 'Chuyển mười dòng' },
  { keys: ['Home', 'End'], words: 'Đến dòng đầu, dòng cuối' },
  { keys: ['Enter'], words: 'Mở dòng đang chọn' },
  { keys: ['Ctrl', 'S'], words: 'Lưu biểu mẫu đang nhập' },
  { keys: ['Esc'], words: 'Đóng hộp thoại, xóa ô tìm kiếm' },
  { keys: ['?'], words: 'Mở bảng phím tắt này' },
];

/** The keys of the site, shown at "?". */
export function KeyHelp() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key === '?' && !isTyping) setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <Modal opened={isOpen} onClose={() => setOpen(false)} title="Phím tắt">
      <dl className="keys">
        {keys.map((entry) => (
          <div key={entry.words}>
            <dt>
              {entry.keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{entry.words}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
