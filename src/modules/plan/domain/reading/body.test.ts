import { describe, expect, test } from 'vitest';
import { documentOf } from './cases/document-of.ts';
import { summaryOf } from './cases/summary-of.ts';
import { readPlan } from './read-plan.ts';

const read = (body: string) => readPlan(documentOf(`KẾ HOẠCH\nCải cách hành chính năm 2024\n${body}`));
const shown = (body: string, ...kinds: string[]) =>
  summaryOf(read(body)).filter((line) => kinds.some((kind) => line.startsWith(kind)));

describe('purposes', () => {
  test.each([
    [
      'numbered',
      'I. MỤC ĐÍCH, YÊU CẦU\n1. Nâng cao chất lượng.\n2. Xác định rõ trách nhiệm;',
      ['Nâng cao chất lượng.', 'Xác định rõ trách nhiệm'],
    ],
    [
      'under two headings',
      'I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Nâng cao chất lượng.\n2. Yêu cầu\n- Kịp thời.',
      ['Nâng cao chất lượng.', 'Kịp thời.'],
    ],
    [
      'on the line of their heading',
      'I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích: Nâng cao.\n2. Yêu cầu: Kịp thời.',
      ['Nâng cao.', 'Kịp thời.'],
    ],
    ['in two chapters', 'I. MỤC ĐÍCH\n- Nâng cao.\nII. YÊU CẦU\n- Kịp thời.', ['Nâng cao.', 'Kịp thời.']],
    [
      'without a mark, over a list',
      'I. MỤC ĐÍCH\nBảo đảm các yêu cầu sau:\n- Kịp thời;\n- Đúng hạn.',
      ['Kịp thời', 'Đúng hạn.'],
    ],
    [
      'without objectives among them',
      'I. MỤC ĐÍCH, MỤC TIÊU\n1. Mục đích\n- Nâng cao.\n2. Mục tiêu\n- Xếp loại tốt.',
      ['Nâng cao.'],
    ],
  ])('%s', (_, body, expected) => {
    expect(read(body).purposes).toEqual(expected);
  });

  test('a demand among the targets is left to the officer', () => {
    const reading = read(
      'I. MỤC TIÊU, CHỈ TIÊU\n1. Chỉ tiêu\n- 95% hồ sơ đúng hạn;\n2. Yêu cầu: có người chịu trách nhiệm.',
    );
    expect([reading.purposes, reading.unread.map(({ text }) => text)]).toEqual([
      [],
      ['2. Yêu cầu: có người chịu trách nhiệm.'],
    ]);
  });
});

describe('targets and objectives by place', () => {
  test.each([
    [
      'bullets under a heading',
      'II. NỘI DUNG\n1. Mục tiêu, chỉ tiêu cụ thể\n- 95% hồ sơ đúng hạn.\n- Xếp loại tốt.',
      ['mục tiêu: Xếp loại tốt.', 'chỉ tiêu II.1: Hồ sơ đúng hạn = 95%'],
    ],
    [
      'numbers under a chapter',
      'II. CHỈ TIÊU\n1. 95% hồ sơ đúng hạn.\n2. 90% hồ sơ số hóa.',
      ['chỉ tiêu II: Hồ sơ đúng hạn = 95%', 'chỉ tiêu II: Hồ sơ số hóa = 90%'],
    ],
    [
      'by field',
      'II. MỤC TIÊU\n1. Mục tiêu chung: Phục vụ tốt.\n2. Về thể chế: 95% hồ sơ đúng hạn.',
      ['mục tiêu: Phục vụ tốt.', 'chỉ tiêu II.2: Hồ sơ đúng hạn = 95%'],
    ],
    [
      'in a task of the text',
      'II. NHIỆM VỤ\n2.2. Cải cách thủ tục\na) Duy trì tỷ lệ giải quyết đúng hạn từ 99% trở lên.',
      ['chỉ tiêu II.2.2.a: Tỷ lệ giải quyết đúng hạn >= 99%'],
    ],
    [
      'how far an activity goes is none',
      'II. NHIỆM VỤ\n1. Cải cách thể chế\na) Rà soát, tự kiểm tra 100% văn bản.',
      [],
    ],
    [
      'an item that only repeats is joined',
      'I. CHỈ TIÊU\n- 95% hồ sơ đúng hạn.\nII. NHIỆM VỤ\n1. Thủ tục\na) Số hóa hồ sơ; 95% hồ sơ đúng hạn.',
      ['chỉ tiêu I: Hồ sơ đúng hạn = 95%, cũng ở II.1.a'],
    ],
    [
      'a table of targets',
      'I. CHỈ TIÊU\n|TT|Chỉ tiêu|Kế hoạch năm|\n|1|Tỷ lệ hồ sơ đúng hạn|≥ 98|\n|A|Khác|<|',
      ['chỉ tiêu I: Hồ sơ đúng hạn >= 98%'],
    ],
  ])('%s', (_, body, expected) => {
    expect(shown(body, 'chỉ tiêu', 'mục tiêu')).toEqual(expected);
  });
});

describe('tasks of the text', () => {
  test.each([
    [
      'letters that repeat and skip',
      'II. NHIỆM VỤ\n2.6. Chính quyền số\nđ) Một.\nd) Hai.\ng) Ba.',
      ['nhiệm vụ 2.6 đ: Một.', 'nhiệm vụ 2.6 d: Hai.', 'nhiệm vụ 2.6 g: Ba.'],
    ],
    [
      'bullets',
      'III. NHIỆM VỤ\n1. Cải cách thể chế\n- Một.\n- Hai.',
      ['nhiệm vụ III.1 -: Một.', 'nhiệm vụ III.1 -: Hai.'],
    ],
    [
      'plain paragraphs',
      'III. NHIỆM VỤ\n1. Cải cách thể chế\nThực hiện rà soát văn bản.',
      ['nhiệm vụ III.1 -: Thực hiện rà soát văn bản.'],
    ],
    [
      'points of one item',
      'III. NHIỆM VỤ\n1. Cải cách thể chế\na) Rà soát văn bản:\n- Một;\n- Hai.',
      ['nhiệm vụ III.1 a: Rà soát văn bản: Một; Hai.'],
    ],
    [
      'a letter that is a heading',
      'III. NHIỆM VỤ\n1. Các lĩnh vực\na) Cải cách thể chế\n- Một.',
      ['nhiệm vụ III.1.a -: Một.'],
    ],
    [
      'a heading on the line of its task',
      'II. NHIỆM VỤ\n1. Cải cách thể chế: Rà soát văn bản.',
      ['nhiệm vụ II.1 -: Rà soát văn bản.'],
    ],
    [
      'labels below, in brackets, on the line',
      'II. NHIỆM VỤ\n1. Thể chế\na) Một.\n- Chủ trì: Phòng A.\n- Sản phẩm:\n+ Kế hoạch;\n+ Báo cáo.\nb) Hai.\n(Chủ trì: Phòng B; thời gian: Quý I)\nc) Ba (Phòng C chủ trì; trước 30/6).',
      [
        'nhiệm vụ II.1 a: Một. ⇒ Kế hoạch + Báo cáo | Phòng A | - | -',
        'nhiệm vụ II.1 b: Hai. ⇒ - | Phòng B | - | Quý I',
        'nhiệm vụ II.1 c: Ba. ⇒ - | Phòng C | - | trước 30/6',
      ],
    ],
    [
      'chapters that are fields',
      'I. CẢI CÁCH THỂ CHẾ\n1. Rà soát văn bản.\nII. CẢI CÁCH THỦ TỤC\n1. Công khai.',
      ['nhiệm vụ I 1: Rà soát văn bản.', 'nhiệm vụ II 1: Công khai.'],
    ],
  ])('%s', (_, body, expected) => {
    expect(shown(body, 'nhiệm vụ')).toEqual(expected);
  });

  test('a pointer to the appendices is no task; a lettered one is kept as pointer', () => {
    const reading = read(
      'II. NHIỆM VỤ\n1. Chỉ đạo\na) Một.\nb) Nhiệm vụ cụ thể được nêu tại các phụ lục đính kèm.\n(Chi tiết tại Phụ lục kèm theo)',
    );
    expect(reading.tasksNarrative.map(({ letter, pointerOnly }) => [letter, pointerOnly])).toEqual([
      ['a', undefined],
      ['b', true],
    ]);
    expect([Object.values(reading.furniture), reading.unread]).toEqual([['heading', 'heading', 'pointer'], []]);
  });

  test('names the field of a section, also over a heading that only says "Nhiệm vụ"', () => {
    const titles = (body: string) =>
      read(body).tasksNarrative.map(({ sectionTitle, ordinal }) => [sectionTitle, ordinal]);
    expect(titles('I. CẢI CÁCH THỂ CHẾ\n1. Nhiệm vụ\na) Một.\nb) Hai.')).toEqual([
      ['Cải cách thể chế', 1],
      ['Cải cách thể chế', 2],
    ]);
    expect(titles('II. NHIỆM VỤ\n1. Tài chính công:\n- Một.')).toEqual([['Tài chính công', 1]]);
  });
});

describe('responsibilities', () => {
  test.each([
    [
      'with bullets',
      'IV. TỔ CHỨC THỰC HIỆN\n1. Công chức Tư pháp:\n- Một.\n- Hai;',
      ['Công chức Tư pháp → Một.', 'Công chức Tư pháp → Hai'],
    ],
    ['on one line', 'IV. TỔ CHỨC THỰC HIỆN\n1. Công chức Tư pháp: chủ trì một./.', ['Công chức Tư pháp → chủ trì một']],
    [
      'a first duty on the line, further ones below',
      'IV. TRÁCH NHIỆM\n1. Công chức Tư pháp: chủ trì một.\n- Hai.',
      ['Công chức Tư pháp → chủ trì một.', 'Công chức Tư pháp → Hai.'],
    ],
    [
      'without colon',
      'IV. TỔ CHỨC THỰC HIỆN\n- Giao Công chức Tư pháp theo dõi, đôn đốc.\n- Trưởng các thôn tuyên truyền.',
      ['Công chức Tư pháp → theo dõi, đôn đốc.', 'Trưởng các thôn → tuyên truyền.'],
    ],
    [
      '"có trách nhiệm" and lists below',
      'IV. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ có trách nhiệm:\na) Một:\n- chi tiết.\nb) Hai.',
      ['Phòng Nội vụ → Một: chi tiết.', 'Phòng Nội vụ → Hai.'],
    ],
    [
      'heads without marks',
      'TỔ CHỨC THỰC HIỆN\nCông chức Tư pháp:\n- Một.\nCông an xã\n- Hai.',
      ['Công chức Tư pháp → Một.', 'Công an xã → Hai.'],
    ],
    [
      'in a table',
      'IV. TỔ CHỨC THỰC HIỆN\n|TT|Đơn vị|Nhiệm vụ|\n|1|Phòng A|- Một; // - Hai.|',
      ['Phòng A → Một', 'Phòng A → Hai'],
    ],
  ])('%s', (_, body, expected) => {
    expect(shown(body, 'trách nhiệm').map((line) => line.replace('trách nhiệm: ', ''))).toEqual(expected);
  });

  test("the closing sentences and the money are nobody's duty", () => {
    const reading = read(
      'IV. TỔ CHỨC THỰC HIỆN\n1. Công an xã: Một.\nTrong quá trình thực hiện, nếu vướng mắc thì phản ánh.\n2. Kinh phí: ngân sách xã.\n3. Xem xét thêm.',
    );
    expect(reading.responsibilities).toEqual([{ role: 'Công an xã', duties: ['Một.'] }]);
    expect(reading.funding).toBe('ngân sách xã.');
    expect(Object.values(reading.furniture)).toContain('closing');
    expect(reading.unread.map(({ text }) => text)).toEqual(['3. Xem xét thêm.']);
  });
});

test.each([
  [
    'rows of a table without unit or duty, and its groups, say nothing',
    'IV. TỔ CHỨC THỰC HIỆN\n|TT|Đơn vị|Nhiệm vụ|\n|A|Khối phòng|<|\n|1|Phòng A|Một|\n|2||Hai|\n|3|Phòng C||',
    [['Phòng A', ['Một'], 'IV']],
  ],
  ['a head without duties', 'IV. TỔ CHỨC THỰC HIỆN\n1. Phòng A:\n2. Phòng B: Một.', [['Phòng B', ['Một.'], 'IV.2']]],
  [
    'a head after "đối với"',
    'IV. TỔ CHỨC THỰC HIỆN\n1. Đối với Phòng A: Một.',
    [['Đối với Phòng A', ['Một.'], 'IV.1']],
  ],
  ['a colon at the start is no head', 'IV. TỔ CHỨC THỰC HIỆN\n1. : Một.', []],
  [
    'a bullet takes the place of its chapter',
    'IV. TỔ CHỨC THỰC HIỆN\n- Phòng A: Một hằng quý báo cáo UBND xã.',
    [['Phòng A', ['Một hằng quý báo cáo UBND xã.'], 'IV']],
  ],
])('%s', (_, body, expected) => {
  const reading = read(body);
  const sections = reading.recurringReports.map(({ section }) => section);
  const shownHere = reading.responsibilities.map(({ role, duties }) => [
    role,
    duties,
    expected.find(([name]) => name === role)?.[2],
  ]);
  expect(shownHere).toEqual(expected);
  expect(sections.every((section) => expected.some(([, , place]) => place === section))).toBe(true);
});

test('a closing sentence of its own, and one that is only like a duty', () => {
  const reading = read(
    'IV. TỔ CHỨC THỰC HIỆN\n1. Phòng A:\n- Trong quá trình thực hiện, báo cáo kịp thời.\n- Một.\nTrên đây là Kế hoạch năm 2024.',
  );
  expect(reading.responsibilities[0]?.duties).toEqual(['Trong quá trình thực hiện, báo cáo kịp thời.', 'Một.']);
  expect(Object.values(reading.furniture)).toContain('closing');
  expect(read('IV. TỔ CHỨC THỰC HIỆN\nTrên đây là Kế hoạch năm 2024.').unread).toEqual([]);
});

test('a target on the line of its heading inside a chapter of tasks', () => {
  expect(
    shown('II. NỘI DUNG\n1. Chỉ tiêu: 95% hồ sơ đúng hạn.\n2. Cải cách thể chế\na) Một.', 'chỉ tiêu', 'nhiệm vụ'),
  ).toEqual(['chỉ tiêu II.1: Hồ sơ đúng hạn = 95%', 'nhiệm vụ II.2 a: Một.']);
  expect(
    shown(
      'I. MỤC TIÊU\n1. Mục tiêu\n- 95% hồ sơ đúng hạn.\n2. Nhiệm vụ\n2.1. Thể chế\na) Một.\n2.2. Chỉ tiêu\n- 90% hồ sơ số hóa.',
      'chỉ tiêu',
    ),
  ).toEqual(['chỉ tiêu I.1: Hồ sơ đúng hạn = 95%', 'chỉ tiêu I.2.2: Hồ sơ số hóa = 90%']);
});

test('joins the money of a chapter, wherever it stands', () => {
  expect(read('III. KINH PHÍ\n1. Ngân sách xã.\n2. Nguồn khác.').funding).toBe('Ngân sách xã. Nguồn khác.');
  expect(read('III. KINH PHÍ: Ngân sách xã bảo đảm.').funding).toBe('Ngân sách xã bảo đảm.');
  expect(read('II. GIẢI PHÁP\n1. Nguồn kinh phí\nNgân sách xã.').funding).toBe('Ngân sách xã.');
});

test('knows the lines that hold no field', () => {
  const reading = read(
    'Căn cứ Luật số 77/2015/QH13;\nUBND xã ban hành Kế hoạch như sau:\nI. KẾT QUẢ THỰC HIỆN NĂM 2023\n- Đã làm tốt.\nII. KINH PHÍ\nNgân sách.\n_____\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nNguyễn Văn Mẫu\nGhi chú cuối trang này.',
  );
  expect(Object.values(reading.furniture)).toEqual([
    'legalBasis',
    'legalBasis',
    'background',
    'background',
    'heading',
    'rule',
    'recipients',
    'recipients',
    'recipients',
    'signature',
    'signature',
    'signature',
    'signature',
  ]);
  expect(reading.unread.map(({ text }) => text)).toEqual(['Ghi chú cuối trang này.']);
});

test('lists words before the first chapter that are neither grounds nor decision', () => {
  expect(read('Xã có 12 thôn.\nI. KINH PHÍ\nNgân sách.').unread.map(({ text }) => text)).toEqual(['Xã có 12 thôn.']);
});
