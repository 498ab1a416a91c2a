import type { Contradiction, ContradictionChoice, ContradictionCode } from './contradiction.ts';

interface Wording {
  /** Short name for lists. */
  readonly title: string;
  /** What was found; `{refs}` are the places. */
  readonly finding: string;
  /** What is proposed. */
  readonly proposal: string;
}

const wording: Record<ContradictionCode, Wording> = {
  conflictingTargets: {
    title: 'Hai con số cho một chỉ tiêu',
    finding: '{refs}: “{firstText}” ({first}%) và “{secondText}” ({second}%) có thể là cùng một chỉ tiêu.',
    proposal: 'Giữ cả hai thành hai chỉ tiêu riêng. Nếu gộp làm một, cần nêu lý do.',
  },
  repeatedTarget: {
    title: 'Chỉ tiêu lặp lại',
    finding: 'Chỉ tiêu “{text}” được nêu {times} lần: {refs}.',
    proposal: 'Gộp thành một chỉ tiêu, ghi lại mọi nơi đã nêu.',
  },
  twoMeasures: {
    title: 'Một câu, hai số đo',
    finding: '{refs}: “{text}” gồm hai nội dung phải đo riêng.',
    proposal: 'Giữ nguyên là một chỉ tiêu, hoặc tách thành hai chỉ tiêu để theo dõi riêng.',
  },
  targetScope: {
    title: 'Chỉ tiêu của nhiều đơn vị',
    finding: '{refs}: “{text}” tính trên nhiều đơn vị cấp xã, trong khi kế hoạch chỉ của một đơn vị.',
    proposal: 'Sửa thành chỉ tiêu của đơn vị mình, hoặc bỏ qua nếu là chỉ tiêu của cấp trên.',
  },
  repeatedLetter: {
    title: 'Trùng ký hiệu mục',
    finding: 'Ký hiệu “{letter}” được dùng hai lần: {refs}.',
    proposal: 'Sửa ký hiệu của mục sau thành “{should}” và các mục tiếp theo cho đúng thứ tự.',
  },
  skippedLetter: {
    title: 'Bỏ qua ký hiệu mục',
    finding: '{refs}: mục “{letter}” đứng sau nhưng không có mục “{skipped}”.',
    proposal: 'Giữ nguyên nếu không thiếu nội dung.',
  },
  repeatedNumber: {
    title: 'Trùng số thứ tự',
    finding: 'Số thứ tự {number} được dùng hai lần: {refs}.',
    proposal: 'Sửa số thứ tự của nhiệm vụ sau.',
  },
  skippedNumber: {
    title: 'Số thứ tự không liền nhau',
    finding: '{refs}: số thứ tự đi từ {from} đến {to}.',
    proposal: 'Đối chiếu bản gốc xem có thiếu nhiệm vụ không; giữ nguyên nếu không thiếu.',
  },
  mixedMarkers: {
    title: 'Cách ghi ký hiệu không thống nhất',
    finding: '{refs}: cách ghi {kind} khác với phần lớn kế hoạch.',
    proposal: 'Giữ nguyên; khi xuất lại văn bản, ký hiệu được ghi thống nhất.',
  },
  missingDeadline: {
    title: 'Thiếu thời hạn',
    finding: '{refs}: nhiệm vụ không có thời gian hoàn thành.',
    proposal: 'Bổ sung thời gian hoàn thành.',
  },
  outputWithoutDeadline: {
    title: 'Sản phẩm chưa có thời hạn',
    finding: '{refs}: sản phẩm “{output}” không có thời hạn, trong khi sản phẩm khác của nhiệm vụ có.',
    proposal: 'Bổ sung thời hạn cho sản phẩm này.',
  },
  frequencyUnstated: {
    title: 'Chưa nêu kỳ báo cáo',
    finding: '{refs}: “{words}” không nêu kỳ (tháng, quý, 6 tháng, năm).',
    proposal: 'Chọn kỳ báo cáo.',
  },
  openDeadline: {
    title: 'Không có mốc ngày',
    finding: '{count} nhiệm vụ không có mốc ngày cụ thể ({words}): {refs}.',
    proposal: 'Giữ nguyên; nhiệm vụ được theo dõi cả năm và nhắc khi có hướng dẫn.',
  },
  unreadDeadline: {
    title: 'Chưa đọc được thời hạn',
    finding: '{refs}: không hiểu được thời hạn “{words}”.',
    proposal: 'Nhập lại thời hạn.',
  },
  impossibleDay: {
    title: 'Ngày không có trong lịch',
    finding: '{refs}: tháng {month} không có ngày {day}.',
    proposal: 'Sửa thành ngày {last}/{month}.',
  },
  deadlineBeforePlan: {
    title: 'Thời hạn trước năm kế hoạch',
    finding: '{refs}: thời hạn ghi năm {year}, trong khi kế hoạch của năm {planYear}.',
    proposal: 'Sửa lại năm của thời hạn.',
  },
  yearTaken: {
    title: 'Thời hạn không ghi năm',
    finding: '{count} thời hạn không ghi năm ({words}): {refs}.',
    proposal: 'Giữ nguyên, hiểu là năm của kế hoạch.',
  },
  looseLabel: {
    title: 'Tên trong thời hạn khác tên sản phẩm',
    finding: '{refs}: tên trong cột thời hạn không trùng tên sản phẩm, đã ghép: {words}.',
    proposal: 'Giữ nguyên nếu ghép đúng.',
  },
  oneDateForAll: {
    title: 'Một thời hạn cho cả kế hoạch và báo cáo',
    finding: '{refs}: “{words}” dùng chung cho việc ban hành kế hoạch và báo cáo kết quả.',
    proposal: 'Ghi thời hạn riêng cho từng sản phẩm.',
  },
  reportWithoutFrequency: {
    title: 'Chế độ báo cáo chưa nêu kỳ',
    finding: '{refs}: {who} báo cáo {about} “{words}”, không nêu kỳ.',
    proposal: 'Chọn kỳ báo cáo.',
  },
  missingLead: {
    title: 'Thiếu đơn vị chủ trì',
    finding: '{refs}: nhiệm vụ không có cơ quan, người chủ trì.',
    proposal: 'Chọn người chủ trì.',
  },
  leadIsCoordinator: {
    title: 'Vừa chủ trì vừa phối hợp',
    finding: '{refs}: “{name}” vừa chủ trì vừa phối hợp.',
    proposal: 'Bỏ “{name}” khỏi phần phối hợp.',
  },
  severalLeads: {
    title: 'Nhiều đơn vị chủ trì',
    finding: '{count} nhiệm vụ có nhiều đơn vị chủ trì: {refs}.',
    proposal: 'Giữ nguyên; đơn vị ghi đầu tiên chịu trách nhiệm chính.',
  },
  groupLead: {
    title: 'Chủ trì không rõ người',
    finding: '“{name}” chủ trì {count} nhiệm vụ nhưng không chỉ rõ người chịu trách nhiệm: {refs}.',
    proposal: 'Chọn người chịu trách nhiệm cho từng nhiệm vụ.',
  },
  roleVariants: {
    title: 'Một chức danh, nhiều tên gọi',
    finding: 'Các tên sau có thể là một chức danh: {names} ({refs}).',
    proposal: 'Giữ nguyên chữ trong văn bản, gắn vào cùng một chức danh.',
  },
  unknownOffice: {
    title: 'Đơn vị không có ở cấp xã',
    finding: '“{name}” không có trong tổ chức của đơn vị: {refs}.',
    proposal: 'Chọn chức danh làm việc này, ví dụ Công chức Văn phòng – thống kê.',
  },
  leadWithoutDuty: {
    title: 'Chủ trì nhưng chưa được giao trách nhiệm',
    finding: '“{name}” chủ trì ở {refs} nhưng phần tổ chức thực hiện không giao trách nhiệm.',
    proposal: 'Giữ nguyên.',
  },
  postsNotNamed: {
    title: 'Chức danh chưa được giao việc',
    finding: 'Kế hoạch không giao việc cho: {names}.',
    proposal: 'Giữ nguyên nếu đúng chủ ý.',
  },
  higherLevelWords: {
    title: 'Chữ còn sót của kế hoạch cấp trên',
    finding: '{refs}: “{words}” không phù hợp với kế hoạch của đơn vị.',
    proposal: 'Sửa cho đúng phạm vi của đơn vị.',
  },
  abolishedLevel: {
    title: 'Nhắc đến cấp huyện đã bỏ',
    finding: '{refs}: “{words}”; từ 01/7/2025 không còn cấp huyện.',
    proposal: 'Sửa thành cơ quan cấp tỉnh hoặc cấp xã.',
  },
  higherLevelWork: {
    title: 'Việc của cấp trên',
    finding: '{refs}: “{words}” thuộc thẩm quyền hoặc trách nhiệm của cấp trên.',
    proposal: 'Vẫn hiển thị nhưng không tính là nhiệm vụ của đơn vị.',
  },
  taskWithoutRow: {
    title: 'Nội dung chưa có trong phụ lục',
    finding: 'Mục {refs} không có nhiệm vụ tương ứng trong các phụ lục.',
    proposal: 'Lập nhiệm vụ: chọn người chủ trì, sản phẩm và thời hạn.',
  },
  rowWithoutTask: {
    title: 'Nhiệm vụ không có trong phần nội dung',
    finding: '{refs} không ứng với mục nào của phần nội dung.',
    proposal: 'Giữ nguyên là nhiệm vụ của kế hoạch.',
  },
  bodyIsGeneral: {
    title: 'Phần nội dung nêu chung',
    finding: 'Chỉ {covered} trong {items} mục của phần nội dung có nhiệm vụ tương ứng trong phụ lục.',
    proposal: 'Giữ nguyên; nhiệm vụ được lấy từ phụ lục.',
  },
  taskInSeveralRows: {
    title: 'Một mục thành nhiều nhiệm vụ',
    finding: '{refs}: một mục của phần nội dung được tách thành {count} nhiệm vụ.',
    proposal: 'Giữ nguyên các nhiệm vụ trong phụ lục.',
  },
  repeatedTask: {
    title: 'Nội dung lặp lại',
    finding: '{refs}: “{text}” lặp lại một mục đã nêu.',
    proposal: 'Gộp thành một nội dung, ghi lại cả hai nơi.',
  },
  bodyRowDiffer: {
    title: 'Phần nội dung và phụ lục ghi khác nhau',
    finding: '{refs}: phần nội dung có “{inBody}”, phụ lục có “{inRow}”.',
    proposal: 'Giữ theo phụ lục.',
  },
  missingOutput: {
    title: 'Thiếu sản phẩm',
    finding: '{refs}: nhiệm vụ không có sản phẩm, kết quả.',
    proposal: 'Bổ sung sản phẩm.',
  },
  outputIsTask: {
    title: 'Sản phẩm ghi như một việc làm',
    finding: '{refs}: “{output}” là việc phải làm, không phải sản phẩm.',
    proposal: 'Ghi lại thành tên văn bản, kết quả.',
  },
  unnamedOutput: {
    title: 'Sản phẩm chưa có tên',
    finding: '{refs}: “{output}” không nói rõ là văn bản nào.',
    proposal: 'Ghi rõ tên văn bản.',
  },
  doubledWords: {
    title: 'Lặp từ',
    finding: '{refs}: “{words}” được ghi hai lần liền nhau.',
    proposal: 'Bỏ phần lặp.',
  },
  appendixTitle: {
    title: 'Tên phụ lục không thống nhất',
    finding: '{refs}: “{title}” không cùng cách ghi với các phụ lục khác hoặc với tên mục trong phần nội dung.',
    proposal: 'Giữ nguyên.',
  },
  blankDecision: {
    title: 'Chưa có số, ngày văn bản',
    finding: 'Số hoặc ngày của văn bản ban hành còn để trống.',
    proposal: 'Nhập số và ngày ban hành.',
  },
};

const choiceWords: Record<ContradictionChoice, string> = {
  keep: 'Giữ nguyên',
  correct: 'Sửa',
  ignore: 'Bỏ qua',
  merge: 'Gộp (nêu lý do)',
  createTask: 'Lập nhiệm vụ',
};

const mostRefs = 12;

function refsOf({ places }: Contradiction): string {
  const refs = [...new Set(places.map((place) => place.ref))];
  const more = refs.length - mostRefs;
  return refs.slice(0, mostRefs).join(', ') + (more > 0 ? ` và ${more} nơi khác` : '');
}

/** The Vietnamese words of a finding: its short name, what was found where, and what is proposed. */
export function contradictionWords(found: Contradiction): Wording {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'refs' ? refsOf(found) : String(found.params[name] ?? ''),
    );
  const { title, finding, proposal } = wording[found.code];
  return { title, finding: fill(finding), proposal: fill(proposal) };
}

/** The word on the button of a choice. */
export function choiceLabel(choice: ContradictionChoice): string {
  return choiceWords[choice];
}
