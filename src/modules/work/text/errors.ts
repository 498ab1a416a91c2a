type Params = Readonly<Record<string, string | number>>;

/** Words of refusals; the same words stand on grey buttons. */
export const errors: Readonly<Record<string, string | ((params: Params) => string)>> = {
  'work-higher-level': 'Đây là việc của cấp trên, chỉ hiển thị để theo dõi.',
  'work-not-holder':
    'Chỉ người giữ vị trí được giao, người làm thay hoặc người được giao đích danh mới làm được việc này.',
  'work-not-focal': 'Chỉ đầu mối cải cách hành chính mới làm được việc này.',
  'work-not-urger': 'Chỉ lãnh đạo hoặc đầu mối cải cách hành chính mới đôn đốc được.',
  'work-not-approver': 'Sản phẩm này đang chờ người khác quyết định.',
  'work-own-work':
    'Không ai được chấp nhận sản phẩm do chính mình nộp. Sản phẩm chuyển tới cấp phó; xin người đó quyết định.',
  'work-no-approver':
    'Chưa có ai khác quyết định được sản phẩm này. Xin báo đầu mối cải cách hành chính cử người thay trong Tổ chức → Làm thay.',
  'work-not-extension-approver': 'Đề nghị gia hạn này đang chờ người khác quyết định.',
  'work-own-extension': 'Không ai tự quyết định đề nghị gia hạn của mình. Xin để lãnh đạo khác quyết định.',
  'work-not-begun': 'Sản phẩm chưa bắt đầu thực hiện nên chưa làm được việc này.',
  'work-at-work': 'Sản phẩm đang được thực hiện nên việc này không áp dụng.',
  'work-waits-for-decision': 'Sản phẩm đã nộp và đang chờ quyết định. Muốn sửa, xin rút lại trước.',
  'work-done': 'Sản phẩm đã hoàn thành hoặc được chấp nhận là không phát sinh. Muốn làm lại, đầu mối cần mở lại.',
  'work-moved': 'Việc này đã chuyển sang đơn vị kế tục sau sáp nhập và được làm tiếp ở đó; ở đây chỉ để xem lại.',
  'takeover-not-heir': 'Chỉ đơn vị được xác định là đơn vị kế thừa hồ sơ mới nhận việc của đơn vị đã sáp nhập.',
  'takeover-too-early': ({ day }) => `Việc chỉ chuyển từ ngày sáp nhập (${day}). Xin quay lại từ ngày ấy.`,
  'work-void': 'Sản phẩm đã kết thúc vì không còn phù hợp. Muốn làm tiếp, đầu mối cần mở lại.',
  'work-paused': 'Sản phẩm đang tạm dừng. Xin đề nghị đầu mối cho tiếp tục trước.',
  'work-awaits-guidance': 'Sản phẩm đang chờ hướng dẫn nên chưa có hạn. Đầu mối đặt hạn khi có văn bản hướng dẫn.',
  'work-awaits-authority': 'Sản phẩm đang chờ cấp có thẩm quyền. Xin bấm “Tiếp tục” trước.',
  'work-nothing-handed-in': 'Chưa có sản phẩm nào được nộp và đang chờ quyết định.',
  'work-not-waiting': 'Sản phẩm không ở trạng thái tạm dừng hoặc chờ cấp có thẩm quyền.',
  'work-not-ended': 'Sản phẩm chưa kết thúc nên không cần mở lại.',
  'work-not-standing': 'Chỉ việc thường xuyên mới rà soát theo quý.',
  'work-standing-without-due': 'Việc thường xuyên không có hạn; xin rà soát theo quý.',
  'work-has-due': ({ due }) => `Sản phẩm đã có hạn ${due}. Muốn dời, người thực hiện xin gia hạn.`,
  'work-without-due': 'Sản phẩm chưa có hạn nên không xin gia hạn được.',
  'work-due-missing': 'Xin chọn ngày đến hạn.',
  'work-due-past': ({ today }) => `Hạn không được ở trước hôm nay (${today}). Xin chọn ngày khác.`,
  'work-no-evidence': 'Chưa có minh chứng. Xin chọn văn bản hoặc tệp chứng minh sản phẩm đã hoàn thành.',
  'work-void-needs-document': 'Xin chọn văn bản quyết định rằng việc này không còn phù hợp.',
  'work-reason-missing': 'Xin ghi lý do, ít nhất 5 ký tự.',
  'work-extension-too-late': ({ due }) =>
    `Chỉ xin gia hạn được trước ngày đến hạn (${due}). Xin nộp sản phẩm; phần trễ hạn được ghi nhận kèm lý do.`,
  'work-extension-open': 'Đã có một đề nghị gia hạn đang chờ quyết định.',
  'work-extension-not-later': ({ due }) => `Hạn mới phải sau hạn hiện tại (${due}). Xin chọn ngày muộn hơn.`,
  'work-no-extension': 'Không có đề nghị gia hạn nào đang chờ quyết định.',
  'work-not-urged': 'Không có đôn đốc nào đang chờ trả lời.',
  'work-evidence-unknown':
    'Không tìm thấy minh chứng đã chọn, hoặc bạn chưa được xem minh chứng đó. Xin chọn lại hoặc nhập văn bản, tệp của mình.',
  'work-assignee-unknown': 'Không tìm thấy người, vị trí hoặc bộ phận được giao, hoặc đã thôi hoạt động. Xin chọn lại.',
  'work-duty-without-post': ({ duty }) =>
    `Chưa có vị trí nào đảm nhận “${duty}”. Xin giao đầu mối này trong Tổ chức trước, hoặc chọn một vị trí.`,
  'work-division-without-head': ({ division }) =>
    `“${division}” chưa có vị trí đứng đầu. Xin chọn một vị trí hoặc một người cụ thể.`,
  'work-source-missing': 'Xin ghi số văn bản hoặc cuộc họp giao việc, hoặc chọn văn bản làm căn cứ.',
  'work-parent-dropped': 'Nhiệm vụ cha đã thôi thực hiện nên không giao thêm việc con.',
  'work-task-dropped': 'Nhiệm vụ đã thôi thực hiện nên không sửa được nữa.',
  'work-task-closed': 'Nhiệm vụ đã xong hoặc đã thôi thực hiện.',
  'work-content-of-plan': 'Nội dung nhiệm vụ của kế hoạch chỉ đổi bằng bản sửa đổi kế hoạch.',
  'work-open-children': ({ count }) => `Còn ${count} việc con chưa xong. Xin kết thúc các việc con trước.`,
  'work-not-on-task': 'Chỉ người chủ trì, người phối hợp hoặc đầu mối cải cách hành chính mới sửa danh mục việc này.',
  'work-carry-later-plan': 'Chỉ chuyển nhiệm vụ sang kế hoạch của năm sau. Xin chọn kế hoạch khác.',
  'work-carry-unknown': 'Có nhiệm vụ không thuộc kế hoạch đang chọn. Xin tải lại trang rồi chọn lại.',
  'work-carry-done': ({ content }) => `“${content}” đã xong hoặc đã thôi thực hiện nên không cần chuyển.`,
  'work-carry-linked': ({ content }) => `“${content}” của kế hoạch sau đã tiếp nối một nhiệm vụ khác.`,
  'work-carry-due-missing': ({ content }) => `Xin chọn hạn mới cho “${content}”.`,
  'above-not-published':
    'Kế hoạch này không còn được đơn vị cấp trên công khai. Xin chọn kế hoạch khác, hoặc nhập bằng tay.',
  'above-taken': ({ title }) => `Văn bản này đã được lấy làm kế hoạch cấp trên “${title}”. Xin mở kế hoạch ấy.`,
  'above-item-unknown':
    'Có yêu cầu không thuộc kế hoạch cấp trên của năm này, hoặc đã bị bỏ. Xin tải lại trang rồi chọn lại.',
  'above-ours-unknown':
    'Có nhiệm vụ đã thôi thực hiện, hoặc chỉ tiêu không thuộc kế hoạch đang có hiệu lực. Xin tải lại trang rồi chọn lại.',
  'above-twice': 'Một mục được chọn hai lần. Xin bỏ bớt một.',
  'above-both': 'Đã có việc của ta thực hiện thì không ghi lý do không thực hiện. Xin giữ một trong hai.',
  'above-reason-missing': ({ gap }) => `${gap} Xin ghi lý do, ít nhất 5 ký tự.`,
  'work-sheet-columns-missing': ({ columns }) =>
    `Bảng thiếu cột: ${columns}. Xin xuất danh sách nhiệm vụ ra Excel để lấy mẫu rồi điền vào.`,
  'work-sheet-columns-twice': ({ columns }) => `Bảng có hai cột cùng tên: ${columns}. Xin bỏ một cột.`,
  'work-sheet-empty': 'Bảng không có dòng nào dưới hàng tên cột.',
  'work-sheet-too-long': ({ most }) => `Bảng có quá ${most} dòng. Xin chia thành nhiều tệp.`,
};
