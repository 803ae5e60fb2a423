/** Sentence splitting for news English: titles, initials, decimals, quoted sentences and brackets. Linear; offsets are UTF-16 code units. */
import type { Span } from '../article.ts';

/** Abbreviations after which the sentence goes on whatever follows. Lower case, without the last full stop. */
const ALWAYS_ON = new Set(
  `mr mrs ms dr prof sen sens rep reps gov govs gen lt col sgt capt cmdr adm maj pvt rev hon pres st messrs vs v jan feb mar apr jun jul aug sept sep oct
  nov dec e.g i.e cf fig approx dept est bros mt ft asst supt det insp ariz ark colo conn del ky kan neb nev okla tenn tex ala minn miss mont vt`.split(
    /\s+/,
  ),
);
/** Abbreviations that may end a sentence: it ends when a word follows that only a new sentence would write with a capital. */
const MAY_END = new Set(
  'u.s u.k u.n e.u d.c a.m p.m inc corp co ltd jr sr ph.d m.d etc no n.y n.j n.h n.c s.c r.i calif fla ga ill ind mass mich mo pa va wash wis md ore'.split(
    ' ',
  ),
);
const OPENERS =
  /^(?:The|A|An|He|She|It|They|We|I|But|And|In|On|At|This|That|These|Those|His|Her|Their|Its|If|When|While|As|After|Before|For|There|So|Now|Then|With|To|By|From)$/;
const CLOSERS = /["'”’»)\]]/;

/** Sentences between `start` and `end`, without the spaces around them. Line ends always end a sentence. */
export function splitSentences(text: string, start = 0, end = text.length): Span[] {
  const sentences: Span[] = [];
  let from = start;
  const push = (to: number): void => {
    let a = from;
    let b = to;
    while (a < b && /\s/.test(text.charAt(a))) a++;
    while (b > a && /\s/.test(text.charAt(b - 1))) b--;
    if (b > a) sentences.push([a, b]);
    from = to;
  };
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    // Letters and the like, before “…” (U+2026).
    if (unit > 0x3f && unit < 0x2026) continue;
    const c = text.charAt(i);
    if (c === '\n') {
      push(i);
      continue;
    }
    if (c !== '.' && c !== '!' && c !== '?' && c !== '…' && c !== '。') continue;
    let after = i + 1;
    while (after < end && (CLOSERS.test(text.charAt(after)) || /[.!?…]/.test(text.charAt(after)))) after++;
    if (c === '。') {
      push(after);
      i = after - 1;
      continue;
    }
    if (after < end && !/\s/.test(text.charAt(after))) continue;
    let next = after;
    while (next < end && next - after < 8 && /[\s"'“‘«([]/.test(text.charAt(next))) next++;
    if (next < end && !/[\p{Lu}\p{Lt}\p{Lo}\p{N}@#$£€—–-]/u.test(text.charAt(next))) {
      if (text[next] !== undefined && /\p{Ll}/u.test(text.charAt(next))) i = after - 1;
      continue;
    }
    if (c === '.' && after === i + 1 && !endsAt(text, from, i, next, end)) continue;
    push(after);
    i = after - 1;
  }
  push(end);
  return sentences;
}

/** Does the full stop at `stop` end its sentence, given the word before it and the word at `next`? */
function endsAt(text: string, from: number, stop: number, next: number, end: number): boolean {
  let a = stop;
  while (a > from && stop - a < 24 && /[\p{L}\p{N}.]/u.test(text.charAt(a - 1))) a--;
  const word = text.slice(a, stop).toLowerCase();
  if (ALWAYS_ON.has(word)) return false;
  const initial = /^\p{L}$/u.test(word) && /\p{Lu}/u.test(text.charAt(a)) && word !== 'i';
  if (!initial && !MAY_END.has(word) && !/^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  let b = next;
  while (b < end && b - next < 24 && /[\p{L}\p{N}]/u.test(text.charAt(b))) b++;
  return OPENERS.test(text.slice(next, b));
}
