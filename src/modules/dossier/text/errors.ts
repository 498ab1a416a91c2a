import { parseMoment, writeMoment } from '#kernel/moment.ts';
import { formatDate, parsePlainDate } from '#kernel/plain-date.ts';

type Params = Readonly<Record<string, string | number>>;

const at = (value: string | number | undefined) => {
  const moment = parseMoment(String(value ?? ''));
  return moment === undefined ? String(value ?? '') : writeMoment(moment);
};
const on = (value: string | number | undefined) => {
  const day = parsePlainDate(String(value ?? ''));
  return day === undefined ? String(value ?? '') : formatDate(day);
};

/** Words of refusals; the same words stand on grey buttons. */
export const errors: Readonly<Record<string, string | ((params: Params) => string)>> = {
  'dossier-is-elsewhere':
    'Hồ sơ này được xử lý trên hệ thống của tỉnh. Xin thao tác ở đó; ở đây chỉ lập phiếu xin lỗi, giải trình và số hóa.',
  'number-in-address':
    'Số giấy tờ, số điện thoại không được nằm trên địa chỉ trang. Xin tìm bằng ô tìm kiếm của danh sách hồ sơ.',
  'register-too-long': 'Sổ theo dõi xem được nhiều nhất một năm mỗi lần. Xin chọn lại từ ngày, đến ngày.',
  'dossier-not-accepted': 'Hồ sơ chưa được tiếp nhận. Xin tiếp nhận trước.',
  'dossier-waits-for-intake-supplement': 'Hồ sơ đang chờ bổ sung để được tiếp nhận.',
  'dossier-was-refused': 'Hồ sơ đã bị từ chối tiếp nhận nên không xử lý tiếp.',
  'dossier-not-transferred': 'Hồ sơ chưa được chuyển đến nơi giải quyết. Xin bấm “Chuyển xử lý” trước.',
  'dossier-in-process': 'Hồ sơ đang được giải quyết nên việc này không áp dụng.',
  'dossier-waits-for-supplement': 'Hồ sơ đang chờ người nộp bổ sung giấy tờ.',
  'dossier-waits-for-payment': 'Hồ sơ đang chờ người nộp thực hiện nghĩa vụ tài chính.',
  'dossier-has-result': 'Hồ sơ đã có kết quả, chờ trả. Muốn làm lại trước khi trả, người ký cần mở lại hồ sơ.',
  'dossier-was-returned': 'Đã trả kết quả nên hồ sơ không xử lý tiếp.',
  'dossier-was-stopped': 'Hồ sơ đã dừng theo yêu cầu của người nộp.',
  'dossier-was-closed': 'Hồ sơ đã đóng do người nộp không bổ sung trong thời hạn.',
  'dossier-already-accepted': 'Hồ sơ đã được tiếp nhận.',
  'dossier-already-transferred': 'Hồ sơ đã được chuyển đến nơi giải quyết.',
  'dossier-no-result': 'Hồ sơ chưa có kết quả được ký.',
  'dossier-decision-exists':
    'Hồ sơ đã có quyết định hoặc kết quả nên không làm được việc này nữa. Xin trả kết quả cho người nộp.',
  'dossier-returned-so-correct':
    'Đã trả kết quả nên không mở lại được. Nếu kết quả sai, xin dùng “Đính chính kết quả”.',
  'dossier-not-clerk': 'Chỉ người của Bộ phận Một cửa mới làm được việc này.',
  'dossier-not-holder': 'Hồ sơ đang do người khác giữ. Chỉ người giữ hoặc người làm thay mới làm được việc này.',
  'dossier-not-sender': 'Chỉ người vừa chuyển hồ sơ mới thu hồi được.',
  'dossier-not-leader': 'Chỉ lãnh đạo phòng hoặc lãnh đạo ủy ban mới làm được việc này.',
  'dossier-not-signer': 'Chỉ người có thẩm quyền ký mới làm được việc này.',
  'dossier-not-returner': 'Chỉ người trả kết quả của Bộ phận Một cửa mới làm được việc này.',
  'dossier-only-applicant': 'Việc này do người nộp hồ sơ thực hiện.',
  'dossier-locked': 'Người khác đang giữ hồ sơ này để xử lý. Xin trao đổi với người đó, hoặc nhờ lãnh đạo bỏ giữ.',
  'dossier-locked-by-you': 'Bạn đang giữ hồ sơ này rồi.',
  'dossier-not-locked': 'Không ai đang giữ hồ sơ này.',
  'dossier-take-first': 'Hồ sơ giấy đang trên đường bàn giao. Xin bấm “Đã nhận bàn giao” trước.',
  'dossier-nothing-to-take': 'Không có hồ sơ giấy nào đang chờ xác nhận bàn giao.',
  'dossier-already-begun': 'Nơi nhận đã bắt đầu xử lý nên không thu hồi được. Xin đề nghị họ trả lại bước trước.',
  'dossier-not-recallable': 'Quy trình không cho thu hồi ở bước này. Xin đề nghị nơi nhận trả lại bước trước.',
  'dossier-reason-missing': 'Xin ghi lý do, ít nhất 5 ký tự.',
  'dossier-intake-supplement-used': ({ most }) =>
    `Đã yêu cầu bổ sung khi tiếp nhận đủ ${most} lần theo quy định. Xin tiếp nhận, hoặc từ chối kèm lý do cụ thể.`,
  'dossier-supplement-used': ({ most }) =>
    `Đã yêu cầu bổ sung sau thẩm tra đủ ${most} lần theo quy định. Xin giải quyết, hoặc trình từ chối kèm lý do.`,
  'dossier-supplement-too-late': ({ until }) =>
    `Chỉ được yêu cầu bổ sung sau thẩm tra đến ${at(until)}. Xin giải quyết tiếp, hoặc trình từ chối kèm lý do.`,
  'dossier-supplement-still-open': ({ until }) => `Người nộp còn được bổ sung đến ${at(until)}, nên chưa đóng được.`,
  'dossier-papers-missing': ({ count }) =>
    `Còn ${count} giấy tờ đánh dấu “thiếu”. Xin yêu cầu bổ sung, hoặc bỏ giấy tờ không cần khỏi danh sách.`,
  'dossier-draft-waits': 'Đang có dự thảo chờ duyệt. Xin duyệt hoặc trả lại dự thảo đó trước.',
  'dossier-no-draft': 'Không có dự thảo nào chờ duyệt.',
  'dossier-own-draft': 'Không ai được duyệt dự thảo do chính mình lập. Xin để người khác có thẩm quyền duyệt.',
  'dossier-waits-for-opinion': 'Hồ sơ đang tạm dừng chờ ý kiến cơ quan khác. Xin ghi ý kiến trả lời trước.',
  'dossier-no-consultation': 'Không có ý kiến nào đang chờ trả lời.',
  'dossier-at-last-step': 'Hồ sơ đã ở bước cuối. Xin bấm “Trả kết quả”.',
  'dossier-sign-first': 'Đây là bước ký. Xin ký, ban hành kết quả hoặc từ chối giải quyết, hoặc trả lại bước trước.',
  'dossier-not-at-signature': 'Hồ sơ chưa được trình ký. Xin để người thụ lý trình lên trước.',
  'dossier-no-step-back': 'Quy trình không cho trả lại từ bước này.',
  'dossier-step-not-next': 'Quy trình không đi từ bước này sang bước đã chọn. Xin chọn bước khác.',
  'dossier-holder-unknown': 'Không tìm thấy vị trí hoặc người được chọn, hoặc đã thôi hoạt động. Xin chọn lại.',
  'dossier-holder-missing': ({ step }) =>
    `Chưa có vị trí nào đảm nhận bước “${step}”. Xin chọn người nhận, hoặc phân công đầu mối trong Tổ chức.`,
  'dossier-number-missing': 'Xin ghi số văn bản của kết quả trước khi chuyển.',
  'dossier-until-past': 'Thời hạn phải ở sau lúc này. Xin chọn thời điểm muộn hơn.',
  'dossier-paid-when': 'Thời điểm nộp phải sau khi thông báo và không ở sau lúc này.',
  'dossier-without-term': 'Hồ sơ không có thời hạn giải quyết nên không hẹn lại, xin lỗi.',
  'dossier-apology-needs-date':
    'Vẫn còn kịp xin lỗi và hẹn lại đúng quy định. Xin chọn ngày hẹn mới, thay vì chỉ xin lỗi.',
  'dossier-moment-wrong': 'Thời điểm chưa đúng. Xin nhập ngày và giờ, ví dụ 14:30 ngày 15/03/2022.',
  'dossier-evidence-unknown': 'Không tìm thấy tệp đã chọn, hoặc bạn chưa được xem tệp đó. Xin chọn lại tệp.',
  'extension-used': ({ most }) =>
    `Chỉ được hẹn lại ${most} lần và đã dùng hết. Nếu lại trễ, xin lập phiếu xin lỗi không hẹn ngày.`,
  'extension-too-late': ({ lastDay }) =>
    `Ngày cuối được gửi phiếu xin lỗi, hẹn lại là ${on(lastDay)}. Nay chỉ lập được phiếu xin lỗi, không hẹn ngày mới.`,
  'extension-term-too-short':
    'Thời hạn quá ngắn nên không kịp xin lỗi trước một ngày. Nay chỉ lập được phiếu xin lỗi, không hẹn ngày mới.',
  'extension-ended': 'Hồ sơ đã giải quyết xong nên không hẹn lại nữa. Nếu trễ, xin lập phiếu xin lỗi không hẹn ngày.',
  'extension-not-later': ({ due }) => `Ngày hẹn mới phải sau hạn hiện tại (${at(due)}). Xin chọn ngày muộn hơn.`,
  'extension-day-off': ({ day }) => `${on(day)} là ngày nghỉ. Xin chọn một ngày làm việc.`,
  'dossier-agency-code-missing':
    'Chưa có mã định danh điện tử của đơn vị nên chưa cấp được mã hồ sơ. Xin báo người quản trị nhập trong Cài đặt.',
  'dossier-procedure-unknown': 'Không tìm thấy thủ tục này, hoặc thủ tục chưa có hiệu lực. Xin chọn thủ tục khác.',
  'dossier-procedure-abolished': ({ successor }) =>
    successor
      ? `Thủ tục này đã bị bãi bỏ, thay bằng thủ tục ${successor}. Xin chọn thủ tục mới.`
      : 'Thủ tục này đã bị bãi bỏ. Xin chọn thủ tục khác.',
  'dossier-procedure-off': ({ reason }) => `Đơn vị đang tắt thủ tục này: ${reason}. Xin báo người quản trị danh mục.`,
  'dossier-case-unknown': 'Thủ tục này không có trường hợp đã chọn. Xin chọn lại trường hợp.',
  'dossier-point-wrong': 'Điểm tiếp nhận đã chọn không nhận thủ tục này, hoặc đã thôi hoạt động. Xin chọn điểm khác.',
  'dossier-term-unknown':
    'Chưa biết thời hạn giải quyết của thủ tục này. Xin báo người quản trị danh mục nhập thời hạn theo quyết định của tỉnh.',
  'dossier-same-open': ({ code }) =>
    `Người này đang có hồ sơ cùng thủ tục chưa trả (${code}). Xin xem lại; nếu đúng là hồ sơ khác, bấm “Vẫn tiếp nhận”.`,
  'dossier-not-immediate': 'Chỉ thủ tục trả kết quả ngay mới tiếp nhận và trả trong một bước.',
  'dossier-number-wrong':
    'Số định danh chưa đúng: căn cước 12 chữ số, chứng minh nhân dân 9 chữ số; không có thì để trống.',
  'dossier-draft-gone': 'Bản nháp này đã được nhập hoặc đã bỏ.',
  'reserved-code-unknown': ({ code }) => `Không có mã dự phòng ${code}. Xin đọc lại mã trên phiếu giấy.`,
  'reserved-code-used': ({ code }) => `Mã dự phòng ${code} đã dùng cho một hồ sơ khác.`,
  'reserved-code-unused': ({ code }) => `Mã dự phòng ${code} đã được đánh dấu không dùng.`,
  'reserved-code-other-day': ({ day }) => `Mã này giữ cho ngày ${on(day)}. Thời điểm tiếp nhận phải ở trong ngày đó.`,
  'reserved-code-not-entered': ({ code }) => `Mã ${code} chưa có hồ sơ nhập bù để xác nhận.`,
  'dossier-received-in-future': 'Thời điểm tiếp nhận không được ở sau lúc này.',
  'dossier-own-confirmation': 'Người nhập bù không tự xác nhận. Xin để người phụ trách khác xác nhận.',
  'import-unreadable': 'Không đọc được tệp. Xin chọn tệp Excel (.xlsx), CSV hoặc JSON do hệ thống của tỉnh xuất ra.',
  'import-too-large': ({ mostRows }) =>
    `Tệp có hơn ${mostRows} dòng. Xin xuất theo từng ngày hoặc từng tháng rồi nhập lần lượt.`,
  'import-headings-missing': ({ headings }) =>
    `Không tìm thấy cột: ${headings}. Xin kiểm tra dòng tiêu đề, hoặc ghi tên cột của hệ thống nguồn rồi nhập lại.`,
  'import-doubts': ({ count }) =>
    `Còn ${count} ô chưa rõ nên chưa lưu. Xin sửa tệp rồi nhập lại, hoặc chọn bỏ qua các dòng chưa rõ.`,
};
