import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { DocumentRefusal } from '../document-refusal.ts';
import { findOldEncoding } from './old-encoding.ts';

/** The share of zeros among the bytes at even (0) or odd (1) places. */
function zeroShare(bytes: Uint8Array, parity: 0 | 1): number {
  const zeros = bytes.filter((byte, at) => byte === 0 && at % 2 === parity);
  return (zeros.length * 2) / bytes.length;
}

/** UTF-16 by its mark, or by the zero bytes of its ASCII part; letters that end in zero bytes are few (U+0300). */
function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, 4_096);
  const even = zeroShare(sample, 0);
  const odd = zeroShare(sample, 1);
  if (odd > 0.2 && odd > even * 4) return 'utf-16le';
  if (even > 0.2 && even > odd * 4) return 'utf-16be';
  return undefined;
}

/**
 * Text of a plain file: UTF-8 or UTF-16 with or without its mark, windows-1258 when it reads as Vietnamese.
 * Returns undefined for bytes that are no text; throws `oldVietnameseText` for TCVN3 (ABC), VNI or an unknown table.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const utf16 = findUtf16(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (bytes.subarray(0, 8_192).includes(0)) return undefined;
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  const latin = new TextDecoder('windows-1252').decode(bytes);
  const old = findOldEncoding(latin);
  if (old) throw new DocumentRefusal('oldVietnameseText', { encoding: old });
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const marked = text.match(/[ạ-ỹ]/gu)?.length ?? 0;
  if (marked * 100 >= text.length) return text;
  throw new DocumentRefusal('oldVietnameseText', { encoding: 'không rõ tên' });
}
