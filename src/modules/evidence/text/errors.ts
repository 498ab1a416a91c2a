type Params = Readonly<Record<string, string | number>>;

/** Words of refusals. */
export const errors: Readonly<Record<string, string | ((params: Params) => string)>> = {
  'evidence-not-yours':
    'Chỉ người đã nhập minh chứng này hoặc đầu mối cải cách hành chính được sửa. Xin liên hệ một trong hai người đó.',
  'evidence-secret-no-content':
    'Văn bản mật chỉ ghi số, ký hiệu và ngày; không ghi trích yếu, người ký và không đính kèm tệp. Bản gốc được lưu theo chế độ mật.',
  'evidence-title-missing': 'Xin ghi trích yếu của văn bản.',
  'evidence-known-secret':
    'Văn bản này đã được ghi là văn bản mật nên không nhập lại kèm nội dung được. Xin hỏi đầu mối cải cách hành chính.',
  'evidence-document-known': ({ name }) =>
    `Đã có văn bản ${name} trong danh sách. Xin dùng văn bản đó, hoặc ghi lại số, ký hiệu, ngày cho đúng.`,
  'evidence-not-document': 'Tệp minh chứng không có số, ký hiệu, ngày ban hành. Xin chỉ sửa tên.',
  'upload-unknown': 'Không tìm thấy tệp vừa gửi, hoặc tệp đã được dùng. Xin chọn và gửi lại tệp.',
  'upload-unfinished': 'Tệp chưa gửi xong. Xin chờ gửi xong rồi bấm lại.',
  'upload-too-many': ({ most }) =>
    `Tài khoản này đang có ${most} tệp gửi dở. Xin chờ gửi xong hoặc bỏ bớt rồi gửi tiếp.`,
  'upload-no-room': 'Đơn vị đang có quá nhiều tệp gửi dở. Xin thử lại sau ít giờ, hoặc báo người quản trị.',
  'upload-no-size': 'Chưa biết dung lượng tệp. Xin tải lại trang rồi gửi lại.',
  'upload-empty': 'Tệp không có nội dung. Xin kiểm tra và chọn lại tệp.',
  'file-not-viewable': 'Loại tệp này không xem được ngay trong trang. Xin tải về để mở.',
  'file-bytes-missing': 'Không đọc được tệp trên máy chủ. Xin báo người quản trị kiểm tra kho tệp và bản sao lưu.',
  'file-being-scanned': 'Tệp đang được kiểm tra vi-rút. Xin mở lại sau ít phút.',
  'file-infected':
    'Tệp có mã độc nên đã bị giữ lại, không mở và không tải về được. Xin gửi lại bản sạch từ một máy đã quét vi-rút.',
};
