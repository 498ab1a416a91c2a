import { Kbd, Modal } from '@mantine/core';

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

/** The keys of the site. */
export function KeyDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Phím tắt">
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
