/** A number stays on the line of its unit: "5 %" never ends one with "5". */
export const unbroken = (text: string): string => text.replace(UNIT_AFTER_NUMBER, '\u00a0');

const UNIT_AFTER_NUMBER = /(?<=\d) (?=(?:%|[nµm]?s|min|h|d|[kMGTPE]?i?B(?:\/s)?|[kMG]?bit\/s|km|m)(?![\p{L}\d]))/gu;
