/** Why a file is not read. The words for people are in `refusals.ts`. */
export const refusalCodes = [
  'emptyFile',
  'tooLarge',
  'tooLong',
  'tooSlow',
  'tooMuchMemory',
  'zipBomb',
  'macroFile',
  'encryptedPdf',
  'encryptedOffice',
  'oldWord',
  'scanned',
  'unreadableFont',
  'oldVietnameseText',
  'picture',
  'otherOffice',
  'unknownKind',
  'damaged',
  'notPlan',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export type RefusalParams = Readonly<Record<string, string | number>>;

/** Thrown when a document is refused; everything else that is thrown is a fault of the program. */
export class DocumentRefusal extends Error {
  readonly code: RefusalCode;
  readonly params: RefusalParams;

  constructor(code: RefusalCode, params: RefusalParams = {}) {
    super(`document refused: ${code}`);
    this.name = 'DocumentRefusal';
    this.code = code;
    this.params = params;
  }
}
