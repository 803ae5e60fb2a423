/**
 * htmlparser2's tokenizer with longer strides: in text, in attribute values and in scripts it looks for the next sign that means something at once, not one
 * state change a character. The tokens are the same (a test compares them on random markup). It reaches into private parts of the tokenizer, so the version
 * of htmlparser2 is pinned.
 */
import { Tokenizer } from 'htmlparser2';

/** What is private in htmlparser2's type. */
interface Inside {
  buffer: string;
  index: number;
  offset: number;
  decodeEntities: boolean;
  stateText: (this: Inside, code: number) => void;
  handleInAttributeValue: (this: Inside, code: number, quote: number) => void;
  fastForwardTo: (this: Inside, code: number) => boolean;
}

const AMP = 0x26;
const LT = 0x3c;

/** Moves to the character before the next `sign` or ampersand, or to the last one. */
function stride(at: Inside, sign: number): void {
  const { buffer } = at;
  let next = at.index - at.offset + 1;
  while (next < buffer.length) {
    const code = buffer.charCodeAt(next);
    if (code === sign || code === AMP) break;
    next++;
  }
  at.index = next - 1 + at.offset;
}

export class FastTokenizer extends Tokenizer {}

const inside = FastTokenizer.prototype as unknown as Inside;
const { stateText, handleInAttributeValue } = inside;

inside.stateText = function (this: Inside, code) {
  if (this.decodeEntities && code !== LT && code !== AMP) stride(this, LT);
  else stateText.call(this, code);
};

inside.handleInAttributeValue = function (this: Inside, code, quote) {
  if (this.decodeEntities && code !== quote && code !== AMP) stride(this, quote);
  else handleInAttributeValue.call(this, code, quote);
};

inside.fastForwardTo = function (this: Inside, code) {
  const found = this.buffer.indexOf(String.fromCharCode(code), this.index + 1 - this.offset);
  this.index = (found === -1 ? this.buffer.length - 1 : found) + this.offset;
  return found !== -1;
};
