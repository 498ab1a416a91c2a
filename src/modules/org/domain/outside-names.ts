import { foldWords } from '#kernel/fold.ts';

/** Kinds of many people who share a task without one being named. */
export type GroupKind = 'committee' | 'leaders' | 'officers' | 'divisions' | 'villages' | 'bodies';

const groups: readonly (readonly [RegExp, GroupKind])[] = [
  [/^(?:ubnd|uy ban nhan dan)(?: cap)?(?: (?:xa|phuong|thi tran|dac khu)(?: .*)?)?$/, 'committee'],
  [/^(?:ubnd|uy ban nhan dan) cac /, 'bodies'],
  [/^(?:tap the )?(?:lanh dao|thuong truc) (?:ubnd|uy ban nhan dan|xa|phuong)/, 'leaders'],
  [
    /^(?:cac |toan the |tat ca )?(?:can bo )?cong chuc (?:chuyen mon|lien quan|co lien quan|phu trach linh vuc)/,
    'officers',
  ],
  [/^(?:cac|toan the|tat ca)(?: can bo)? (?:can bo|cong chuc)/, 'officers'],
  [/^(?:can bo,? )?cong chuc (?:xa|phuong|ubnd xa|ubnd phuong)$/, 'officers'],
  [/^(?:cac |tung )?(?:thon|khu pho|to dan pho|thon ban|xom|ap)(?: (?:truong|thon|to dan pho|khu pho))*$/, 'villages'],
  [/^(?:truong|cac truong) (?:cac )?(?:thon|ban|xom|khu pho|to dan pho)$/, 'villages'],
  [/^(?:cac )?(?:bo phan|phong|phong ban|ban nganh|don vi) (?:chuyen mon|lien quan|co lien quan|thuoc)/, 'divisions'],
  [/^cac (?:bo phan|phong|ban)/, 'divisions'],
  [/^(?:cac )?(?:co quan|don vi|to chuc|nganh|doan the)(?: (?:co )?lien quan| don vi.*| lien quan.*)$/, 'bodies'],
  [/^(?:cac|nhung) /, 'bodies'],
  [/^to (?:cong nghe so cong dong|de an 06|cong tac)/, 'bodies'],
];

const higherPlace = /(?<!\p{L})(?:huyện|quận|thị xã|thành phố|tỉnh|trung ương|sở|bộ(?! phận)|chính phủ)(?!\p{L})/u;
const higherBody =
  /^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân|văn phòng|chủ tịch|phó chủ tịch|phòng|thanh tra|công an|ban|huyện ủy|thành ủy|tỉnh ủy|kho bạc|tòa án|viện kiểm sát|chi cục|cục)(?!\p{L})/u;
const ministry = /^(?:sở|bộ(?! phận)) /;
const otherBody =
  /^(?:hdnd|hoi dong nhan dan|huyen uy|tinh uy|thanh uy|dang uy|uy ban mat tran|uy ban mttq|mttq|mat tran|doan thanh nien|hoi (?:lien hiep |lhpn|phu nu|nong dan|cuu chien binh|nguoi cao tuoi|chu thap do)|cong doan|buu dien|tram y te|truong (?:mam non|tieu hoc|thcs|th|trung hoc)|trung tam cung ung|kho bac|chi cuc|hop tac xa|doanh nghiep)\b/;
const districtDivision =
  /^phong (?:noi vu|tu phap|tai chinh ke hoach|van hoa (?:va )?thong tin|giao duc|lao dong|nong nghiep|tai nguyen|y te|kinh te (?:va )?ha tang|quan ly do thi|dan toc)/;

/** The kind of group a folded name means, or undefined when it is no group. */
export function findGroup(folded: string): GroupKind | undefined {
  return groups.find(([form]) => form.test(folded))?.[1];
}

/**
 * True when a name is a body of a higher level: huyện, tỉnh, sở or a division of theirs. It is read with its marks,
 * since without them "quận" is "quân" and "bộ" is "bổ".
 */
export function isHigherBody(name: string): boolean {
  const written = name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (ministry.test(written) || districtDivision.test(foldWords(name))) return true;
  return higherBody.test(written) && higherPlace.test(written);
}

/** True when a folded name is a body outside the committee: Front, unions, schools, the post, services. */
export function isOtherBody(folded: string): boolean {
  return otherBody.test(folded);
}
