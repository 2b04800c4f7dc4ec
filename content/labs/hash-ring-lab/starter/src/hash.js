// @ts-check

const utf8 = new TextEncoder();

/**
 * FNV-1a over the bytes of the text in UTF-8, with the final mix of MurmurHash3, which spreads similar texts.
 * It is given, and must never change: callers with another function would look for each key in another place.
 * @param {string} text
 * @returns {number} a whole number from 0 to 2³² − 1
 */
export function hash(text) {
  let value = 0x811c9dc5;
  for (const byte of utf8.encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
