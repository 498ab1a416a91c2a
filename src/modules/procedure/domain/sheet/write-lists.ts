import { writeTerm } from '#kernel/term.ts';
import type { Component, FeeRule, ProcedureCase, Question, ResultKind, TermRule } from '../procedure-content.ts';
import { writeCondition } from './condition-words.ts';
import { writeLine } from './line.ts';
import { basisWords, channelWords, countingWords, databaseWords, reasonWords } from './words.ts';

/** How each list of a procedure is written in its cell, a line an item. */

export function writeCase({ code, name }: ProcedureCase): string {
  return writeLine(name, [['mã', code]]);
}

export function writeTermRule(rule: TermRule): string {
  const { channel, counting, bareMilli } = rule;
  const bare = bareMilli === null ? 'chưa quy định' : `${writeMilli(bareMilli)} (không ghi đơn vị)`;
  return writeLine(rule.term ? writeTerm(rule.term) : bare, [
    ['kênh', channel && channelWords[channel]],
    ['trường hợp', rule.case],
    ['tính', counting === 'days' ? null : countingWords[counting]],
    ['căn cứ', rule.legalBasis],
    ['ghi chú', rule.note],
  ]);
}

/** `0,25`, `12`. */
export function writeMilli(milli: number): string {
  return String(milli / 1_000).replace('.', ',');
}

export function writeFee(fee: FeeRule): string {
  const { channel, amount, basis } = fee;
  return writeLine(fee.name, [
    ['mức', amount === null ? 'HĐND tỉnh quy định' : String(amount)],
    ['mã', fee.code],
    ['kênh', channel && channelWords[channel]],
    ['trường hợp', fee.case],
    ['tính theo', basis === 'dossier' ? null : basisWords[basis]],
    ...fee.exemptions.map(
      (one) => ['miễn giảm', [reasonWords[one.reason], one.amount, one.legalBasis ?? []].flat().join(' = ')] as const,
    ),
    ['căn cứ', fee.legalBasis],
    ['ghi chú', fee.note],
  ]);
}

export function writeComponent(one: Component): string {
  return writeLine(one.name, [
    ['mã', one.code],
    ['chính', String(one.originals)],
    ['sao', String(one.copies)],
    [one.required ? 'bắt buộc' : 'không bắt buộc', true],
    ['xuất trình', one.presentOnly || null],
    ['có mẫu', one.hasForm || null],
    ['thay bằng', one.replaceableBy && databaseWords[one.replaceableBy]],
    ['kênh', one.channels?.map((channel) => channelWords[channel]).join(', ')],
    ['trường hợp', one.case],
    ['nhóm', one.group],
    ['khi', one.condition && writeCondition(one.condition)],
  ]);
}

export function writeResult({ name, code }: ResultKind): string {
  return writeLine(name, [['mã', code]]);
}

export function writeQuestion({ code, text, options }: Question): string {
  return writeLine(text, [['mã', code], ...options.map((one) => [one.code, one.name] as const)]);
}
