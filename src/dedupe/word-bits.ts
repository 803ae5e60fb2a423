/** The numbers that stand for words in a signature: bits 0-13 a hash, bit 14 it is a number, bit 15 it is written as a name. */
import { hashWord } from './word-table.ts';

export const HASH_BITS = 0x3fff;
export const IS_NUMBER = 0x4000;
export const IS_NAME = 0x8000;

/** 14 bits of a FNV-1a hash. */
export const mix = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (once ^ (once >>> 15)) & HASH_BITS;
};

/** The hash by which a signature knows a plain lower-case word. */
export const wordOf = (word: string): number => mix(hashWord(word));
