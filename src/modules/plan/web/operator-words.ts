/** How a figure compares, as forms offer it and as a sentence says it. */
export const operatorChoices: { value: string; label: string; sentence: string }[] = [
  { value: '=', label: 'bằng', sentence: 'đạt' },
  { value: 'min', label: 'tối thiểu (≥)', sentence: 'đạt tối thiểu' },
  { value: '>=', label: 'từ … trở lên (≥)', sentence: 'đạt từ' },
  { value: '>', label: 'trên (>)', sentence: 'đạt trên' },
  { value: 'max', label: 'tối đa (≤)', sentence: 'tối đa' },
  { value: '<=', label: 'từ … trở xuống (≤)', sentence: 'không quá' },
  { value: '<', label: 'dưới (<)', sentence: 'dưới' },
];

/** The words of a comparison on a form; the code itself when it is none that is known. */
export function operatorWords(operator: string): string {
  return operatorChoices.find((choice) => choice.value === operator)?.label ?? operator;
}
