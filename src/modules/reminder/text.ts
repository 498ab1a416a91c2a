type NoticeParams = Readonly<Record<string, string | number>>;

function linesOf(params: NoticeParams): string {
  const lines = Object.entries(params)
    .filter(([name]) => /^line\d+$/.test(name))
    .map(([, line]) => `• ${line}`);
  const more = Number(params['more'] ?? 0);
  return [...lines, ...(more > 0 ? [`• và ${more} việc khác`] : [])].join('\n');
}

function countsOf(params: NoticeParams): string {
  const said = [
    [Number(params['late'] ?? 0), 'quá hạn'],
    [Number(params['today'] ?? 0), 'đến hạn hôm nay'],
    [Number(params['soon'] ?? 0), 'sắp đến hạn'],
  ] as const;
  return said
    .filter(([n]) => n > 0)
    .map(([n, words]) => `${n} việc ${words}`)
    .join(', ');
}

export const notices = {
  'reminder.due': {
    label: 'Nhắc việc sắp đến hạn và quá hạn của tôi',
    title: (params: NoticeParams) => `Nhắc việc: ${countsOf(params)}`,
    text: (params: NoticeParams) =>
      `${linesOf(params)}\nMở Việc của tôi để nộp sản phẩm, xin gia hạn hoặc báo vướng mắc.`,
    path: () => '/viec-cua-toi',
    email: true,
  },
  'reminder.approve': {
    label: 'Nhắc sản phẩm chờ tôi duyệt đã gần hoặc quá hạn',
    title: (params: NoticeParams) => `Chờ duyệt: ${params['total'] ?? 0} sản phẩm gần hoặc quá hạn`,
    text: (params: NoticeParams) => `${linesOf(params)}\nMở Chờ duyệt để chấp nhận hoặc trả lại.`,
    path: () => '/cho-duyet',
    email: true,
  },
  'reminder.escalated': {
    label: 'Việc quá hạn cần lãnh đạo biết',
    title: (params: NoticeParams) => `Quá hạn cần lãnh đạo biết: ${params['total'] ?? 0} việc`,
    text: (params: NoticeParams) => `${linesOf(params)}\nMở Tổng quan để đôn đốc.`,
    path: () => '/tong-quan',
    email: true,
  },
  'reminder.empty': {
    label: 'Việc gần đến hạn mà chưa có người chịu trách nhiệm',
    title: (params: NoticeParams) => `Chưa có người chịu trách nhiệm: ${params['total'] ?? 0} việc`,
    text: (params: NoticeParams) => `${linesOf(params)}\nMở Tổng quan để giao người.`,
    path: () => '/tong-quan',
    email: true,
  },
  'reminder.week': {
    label: 'Bản tin việc trong tuần, sáng thứ Hai',
    title: (params: NoticeParams) => `Việc trong tuần: ${countsOf(params)}`,
    text: (params: NoticeParams) => linesOf(params),
    path: () => '/viec-cua-toi',
    email: true,
  },
  'reminder.unit-week': {
    label: 'Bản tin tuần của cả đơn vị, sáng thứ Hai',
    title: (params: NoticeParams) => `Tuần này của đơn vị: ${countsOf(params)}`,
    text: (params: NoticeParams) => linesOf(params),
    path: () => '/tong-quan',
    email: true,
  },
};
