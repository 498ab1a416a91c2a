/** Due words and the rules they stand for in a plan of 2022. */
export type DueCase = readonly [text: string, ...rules: object[]];
