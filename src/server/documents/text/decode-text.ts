import { TextDecoder } from 'node:util';
import { DocumentRefusal } from '../document-refusal.ts';
import { findOldEncoding } from './old-encoding.ts';

function zeroShare(bytes: Uint8Array, parity: 0 | 1): number {
  const length = Math.min(bytes.length, 4_096);
  let zeros = 0;
  for (let at = parity; at < length; at += 2) if (bytes[at] === 0) zeros += 1;
  return zeros / Math.max(1, length / 2);
}

/** UTF-16 by its mark, or by the zero bytes of its ASCII part. */
function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const even = zeroShare(bytes, 0);
  const odd = zeroShare(bytes, 1);
  if (odd > 0.2 && even < 0.02) return 'utf-16le';
  if (even > 0.2 && odd < 0.02) return 'utf-16be';
  return undefined;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Text of a plain file: UTF-8 or UTF-16 with or without its mark, windows-1258 when it reads as Vietnamese.
 * Returns undefined for bytes that are no text; throws `oldVietnameseText` for TCVN3 (ABC), VNI or an unknown table.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const utf16 = findUtf16(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (bytes.subarray(0, 8_192).includes(0)) return undefined;
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== undefined) return utf8;
  const latin = new TextDecoder('windows-1252').decode(bytes);
  const old = findOldEncoding(latin);
  if (old) throw new DocumentRefusal('oldVietnameseText', { encoding: old });
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const marked = text.match(/[ạ-ỹ]/gu)?.length ?? 0;
  if (marked * 100 >= text.length) return text;
  throw new DocumentRefusal('oldVietnameseText', { encoding: 'không rõ tên' });
}
