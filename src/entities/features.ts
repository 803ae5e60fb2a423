/**
 * Features of each token, as indices into a hashed weight table. Used alike in training and in tagging.
 *
 * Four families: the word and its parts, its neighbours, the word lists, and what the whole document does with the word (capitals, small letters,
 * neighbours elsewhere). After Ratinov and Roth 2009 (non-local features, gazetteers).
 */
import { foldName } from '../text/fold.ts';
import { ownCopy } from '../text/own-copy.ts';
import { CAPS, capsOf, isLarge } from './caps.ts';
import { classesOf } from './clusters.ts';
import { hashNext, hashWord } from './hash.ts';
import type { DocumentView, DocumentWord, WordForm } from './document-view.ts';
import { bitOf, listTable, LISTS, LONGEST_PHRASE, MAY_GO_ON, PHRASE_LISTS } from './lists.ts';
import { unknownFeature, type NamedColumns } from './model-card.ts';
import { netFormOf } from './net-inputs.ts';
import type { Tokens } from './tokens.ts';

/** "Jean-Claude" -> "Xx-Xx", "U.S." -> "X.X.", "COVID-19" -> "X-d". */
function shapeOf(word: string): string {
  let shape = '';
  for (const character of word) {
    const kind =
      character >= '0' && character <= '9'
        ? 'd'
        : character !== character.toLowerCase()
          ? 'X'
          : character !== character.toUpperCase()
            ? 'x'
            : character;
    if (shape.length < 2 || !(shape.endsWith(kind) && shape.at(-2) === kind)) shape += kind;
    if (shape.length > 12) break;
  }
  return shape;
}

/**
 * The templates by name. The number goes into the hash of every feature of the template: it stays with the name for as long as there are models that know
 * the name. Those that the model does not know give no feature until the next training (useTemplates).
 */
const TEMPLATES = {
  lower: 1,
  word: 2,
  shape: 3,
  capitals: 4,
  'capitals-and-lists': 5,
  'prefix-2': 7,
  'prefix-3': 8,
  'prefix-4': 9,
  'suffix-1': 11,
  'suffix-2': 12,
  'suffix-3': 13,
  'suffix-4': 14,
  'suffix-5': 15,
  list: 16,
  'in-no-list': 17,
  length: 18,
  left: 20,
  right: 21,
  'two-left': 22,
  'two-right': 23,
  'left-and-word': 24,
  'word-and-right': 25,
  'left-right-capitals': 26,
  'capitals-around': 27,
  'shapes-around': 28,
  'left-and-shape': 29,
  'right-and-shape': 30,
  'class-and-left-class': 31,
  'class-and-right-class': 32,
  'left-and-class': 33,
  'right-and-class': 34,
  'classes-around': 35,
  'two-left-and-left': 36,
  'right-and-two-right': 37,
  'phrase-list': 40,
  'phrase-lists': 41,
  'frame-left': 42,
  'frame-right': 43,
  'place-in-run': 44,
  'last-of-run': 45,
  'last-of-run-class': 46,
  'first-of-run-class': 47,
  habit: 60,
  'left-elsewhere': 61,
  'left-class-elsewhere': 62,
  'right-elsewhere': 63,
  'right-class-elsewhere': 64,
  coarse: 70,
  fine: 71,
  'coarse-around': 72,
  'coarse-and-left': 73,
  'coarse-and-right': 74,
  'two-left-coarse': 75,
  'two-right-coarse': 76,
  'frame-left-fine': 77,
  'frame-right-fine': 78,
  'last-of-run-fine': 79,
  'first-of-run-fine': 80,
  'second-behind-run-fine': 81,
  'second-before-run-fine': 82,
} as const;
export const TEMPLATE_NAMES: readonly NamedColumns[] = Object.entries(TEMPLATES);
const T = TEMPLATES;

/** 1 for the numbers of the templates that the model knows. */
const isUsed = new Uint8Array(128).fill(1);

/**
 * Leaves out the templates that a model does not know; those of the model must be ours, with the same numbers.
 * @param file name of the model file, for the error.
 * @throws Error that names the template.
 */
export function useTemplates(file: string, inModel: readonly NamedColumns[]): void {
  const ours = new Map(TEMPLATE_NAMES);
  for (const [name, number] of inModel) if (ours.get(name) !== number) throw unknownFeature(file, name);
  const known = new Map(inModel);
  for (const [name, number] of TEMPLATE_NAMES) isUsed[number] = known.has(name) ? 1 : 0;
  forms.clear();
}

const seed = (template: number, value: number): number => hashNext(Math.imul(template + 1, 0x2545f491), value);

/** Writes a feature, unless the model does not know its template; gives the number of features. */
function put(out: Int32Array, count: number, template: number, value: number): number {
  if (isUsed[template] !== 1) return count;
  out[count] = seed(template, value);
  return count + 1;
}

/** Lists as one small class, for conjunctions: the first that applies. */
const CLASS_ORDER = [
  'honorific',
  'role',
  'country',
  'demonym',
  'calendar',
  'organisation-word',
  'first-2',
  'city',
  'region',
  'organisation',
  'company',
  'first-1',
  'surname',
  'place-word',
  'town',
  'place',
  'first-0',
] as const;
const CLASS_BITS = CLASS_ORDER.map(bitOf);
function classOf(lists: number): number {
  for (let index = 0; index < CLASS_BITS.length; index++) if ((lists & (CLASS_BITS[index] ?? 0)) !== 0) return index + 1;
  return 0;
}

const INNER = LISTS.indexOf('inner');
const FEATURE_LISTS = (1 << INNER) - 1;
/** Names that are tagged even in small letters. */
const SMALL_NAMES = bitOf('city') | bitOf('country') | bitOf('region') | bitOf('first-2') | bitOf('organisation');

const forms = new Map<string, WordForm>();
/** Word forms kept between articles; the cache is emptied when it is full. */
const MOST_FORMS = 60_000;

function formOf(word: string): WordForm {
  const held = forms.get(word);
  if (held !== undefined) return held;
  const lower = word.toLowerCase();
  const lowerHash = hashWord(lower);
  const foldedWord = foldName(word);
  const folded = foldedWord.includes(' ') ? hashPhrase(foldedWord) : hashWord(foldedWord);
  const caps = capsOf(word);
  const shape = hashWord(shapeOf(word));
  const lists = caps === CAPS.mark ? 0 : listTable().lookup(folded) & ~bitOf('inner');
  const own: number[] = [];
  const give = (template: number, value: number): void => {
    if (isUsed[template] === 1) own.push(seed(template, value));
  };
  give(T.lower, lowerHash);
  give(T.word, hashWord(word));
  give(T.shape, shape);
  give(T.capitals, caps);
  give(T['capitals-and-lists'], hashNext(caps, lists & FEATURE_LISTS));
  if (caps !== CAPS.mark) {
    for (const length of [2, 3, 4] as const) if (lower.length > length) give(T[`prefix-${length}`], hashWord(lower.slice(0, length)));
    for (const length of [1, 2, 3, 4, 5] as const) if (lower.length > length) give(T[`suffix-${length}`], hashWord(lower.slice(-length)));
    for (let list = 0; list < INNER; list++) if ((lists & (1 << list)) !== 0) give(T.list, list * 8 + caps);
    give(T['in-no-list'], lists === 0 ? caps : 99);
    give(T.length, Math.min(word.length, 12) * 8 + caps);
  }
  const classes = classesOf(word);
  const coarse = classes >> 12;
  const fine = classes & 4095;
  if (caps !== CAPS.mark && classes !== 0) {
    give(T.coarse, coarse * 8 + caps);
    give(T.fine, fine * 8 + caps);
  }
  const beside: number[] = [lowerHash, hashNext(7, caps), hashNext(8, shape), hashNext(9, classOf(lists) * 8 + caps)];
  if (lower.length > 3) beside.push(hashNext(10, hashWord(lower.slice(-3))));
  if (classes !== 0) beside.push(hashNext(11, coarse), hashNext(12, fine));
  const form: WordForm = {
    exact: hashWord(word),
    lower: lowerHash,
    folded,
    shape,
    caps,
    lists,
    own: Int32Array.from(own),
    mayStart:
      caps === CAPS.initial ||
      caps === CAPS.all ||
      caps === CAPS.mixed ||
      caps === CAPS.single ||
      (caps === CAPS.small && (lists & SMALL_NAMES) !== 0),
    mayJoin: caps === CAPS.number || (listTable().lookup(lowerHash) & bitOf('inner')) !== 0,
    beside: Int32Array.from(beside),
    coarse,
    fine,
    net: netFormOf(word, lower, caps, lists, classOf(lists), shape),
  };
  if (forms.size >= MOST_FORMS) forms.clear();
  forms.set(ownCopy(word), form);
  return form;
}

function hashPhrase(phrase: string): number {
  let head = 0;
  for (const [index, word] of phrase.split(' ').entries()) head = index === 0 ? hashWord(word) : hashNext(head, hashWord(word));
  return head;
}

const step = (value: number | undefined): number => Math.min(3, value ?? 0);

/** Neighbours elsewhere in the document that are looked at, a word. */
const MOST_NEIGHBOURS = 6;

export function viewDocument(tokens: Tokens): DocumentView {
  const count = tokens.count;
  const documentForms: WordForm[] = [];
  for (let index = 0; index < count; index++) documentForms.push(formOf(tokens.words[index] ?? ''));
  const inHeading = markHeadings(tokens, documentForms);
  const wordOf = new Int32Array(count);
  const ids = new Map<number, number>();
  const capitalised: number[] = [];
  const small: number[] = [];
  const opening: number[] = [];
  const places: number[][] = [];
  for (let index = 0; index < count; index++) {
    const form = documentForms[index];
    if (form === undefined) continue;
    let id = ids.get(form.lower);
    if (id === undefined) {
      id = places.length;
      ids.set(form.lower, id);
      places.push([]);
      capitalised.push(0);
      small.push(0);
      opening.push(0);
    }
    wordOf[index] = id;
    if (form.caps === CAPS.small) small[id] = (small[id] ?? 0) + 1;
    else if (tokens.opensSentence[index] === 1 || inHeading[index] === 1 || isQuote(tokens.words[index - 1]))
      opening[id] = (opening[id] ?? 0) + 1;
    else capitalised[id] = (capitalised[id] ?? 0) + 1;
    const seen = places[id];
    if (seen !== undefined && form.caps !== CAPS.small && form.caps !== CAPS.mark && seen.length < MOST_NEIGHBOURS) seen.push(index);
  }
  const words: DocumentWord[] = places.map((seen, id) => {
    const shared: number[] = [];
    const habit = step(small[id]) * 16 + step(capitalised[id]) * 4 + Math.min(1, opening[id] ?? 0);
    if (seen.length > 0) {
      if (isUsed[T.habit] === 1) shared.push(seed(T.habit, habit));
      if (seen.length > 1) {
        const around = new Set<number>();
        const give = (template: number, value: number): void => {
          if (isUsed[template] === 1) around.add(seed(template, value));
        };
        for (const index of seen) {
          const before = tokens.opensSentence[index] === 1 ? undefined : documentForms[index - 1];
          const after = index + 1 < count && tokens.opensSentence[index + 1] !== 1 ? documentForms[index + 1] : undefined;
          if (before !== undefined) {
            give(T['left-elsewhere'], before.lower);
            give(T['left-class-elsewhere'], classOf(before.lists) * 8 + before.caps);
          }
          if (after !== undefined) {
            give(T['right-elsewhere'], after.lower);
            give(T['right-class-elsewhere'], classOf(after.lists) * 8 + after.caps);
          }
        }
        shared.push(...around);
      }
    }
    return { shared, habit, places: seen };
  });
  return { tokens, forms: documentForms, wordOf, words, phrases: matchPhrases(tokens, documentForms), inHeading };
}

const isQuote = (word: string | undefined): boolean => word !== undefined && /^["“‘'«]$/u.test(word);

function markHeadings(tokens: Tokens, documentForms: readonly WordForm[]): Uint8Array {
  const marks = new Uint8Array(tokens.count);
  let start = 0;
  while (start < tokens.count) {
    let end = start + 1;
    while (end < tokens.count && tokens.opensSentence[end] !== 1) end++;
    let large = 0;
    let words = 0;
    for (let index = start; index < end; index++) {
      const caps = documentForms[index]?.caps;
      if (caps === CAPS.mark || caps === CAPS.number || (tokens.words[index]?.length ?? 0) < 4) continue;
      words++;
      if (caps !== CAPS.small) large++;
    }
    if (words > 2 && large >= words * 0.7) marks.fill(1, start, end);
    start = end;
  }
  return marks;
}

/** Longest entries of the lists that start at each token; a token inside a longer entry keeps the longer one. */
function matchPhrases(tokens: Tokens, documentForms: readonly WordForm[]): Uint8Array {
  const codes = new Uint8Array(tokens.count * PHRASE_LISTS);
  const lists = listTable();
  const endOf = new Int32Array(PHRASE_LISTS);
  for (let start = 0; start < tokens.count; start++) {
    const form = documentForms[start];
    if (form === undefined || form.lists === 0 || form.caps === CAPS.small) continue;
    endOf.fill(0);
    let mask = form.lists;
    let hash = form.folded;
    let end = start + 1;
    for (;;) {
      for (let list = 0; list < PHRASE_LISTS; list++) if ((mask & (1 << list)) !== 0) endOf[list] = end;
      if ((mask & MAY_GO_ON) === 0 || end >= tokens.count || end - start >= LONGEST_PHRASE * 2 || tokens.opensSentence[end] === 1) break;
      const next = documentForms[end];
      if (next === undefined) break;
      end++;
      if (next.caps === CAPS.mark) {
        if (tokens.words[end - 1] !== '-') break;
        continue;
      }
      hash = hashNext(hash, next.folded);
      mask = lists.lookup(hash);
    }
    for (let list = 0; list < PHRASE_LISTS; list++) {
      const stop = endOf[list] ?? 0;
      if (stop === 0 || (codes[start * PHRASE_LISTS + list] ?? 0) !== 0) continue;
      for (let index = start; index < stop; index++)
        codes[index * PHRASE_LISTS + list] = stop - start === 1 ? 1 : index === start ? 2 : index === stop - 1 ? 4 : 3;
    }
  }
  return codes;
}

/** Most features one token can have. */
export const MOST_FEATURES = 160;

const EDGE = hashWord('\u0000edge');
const EDGE_BESIDE = Int32Array.from([EDGE]);

/** Writes the features of token `index` (unmasked hashes) into `out`; gives their number. */
export function featuresAt(view: DocumentView, index: number, out: Int32Array): number {
  const { tokens, forms: documentForms } = view;
  const form = documentForms[index];
  if (form === undefined) return 0;
  const opens = tokens.opensSentence[index] === 1;
  const closes = index + 1 >= tokens.count || tokens.opensSentence[index + 1] === 1;
  const before = opens ? undefined : documentForms[index - 1];
  const before2 = before === undefined || tokens.opensSentence[index - 1] === 1 ? undefined : documentForms[index - 2];
  const after = closes ? undefined : documentForms[index + 1];
  const after2 =
    after === undefined || index + 2 >= tokens.count || tokens.opensSentence[index + 2] === 1 ? undefined : documentForms[index + 2];
  let count = 0;
  const { own } = form;
  for (let at = 0; at < own.length; at++) out[count++] = own[at] ?? 0;
  const left = before?.beside ?? EDGE_BESIDE;
  for (let at = 0; at < left.length; at++) count = put(out, count, T.left, left[at] ?? 0);
  const right = after?.beside ?? EDGE_BESIDE;
  for (let at = 0; at < right.length; at++) count = put(out, count, T.right, right[at] ?? 0);
  const leftLower = before?.lower ?? EDGE;
  const rightLower = after?.lower ?? EDGE;
  const leftCaps = before?.caps ?? 7;
  const rightCaps = after?.caps ?? 7;
  count = put(out, count, T['two-left'], before2?.lower ?? EDGE);
  count = put(out, count, T['two-right'], after2?.lower ?? EDGE);
  count = put(out, count, T['left-and-word'], hashNext(leftLower, form.lower));
  count = put(out, count, T['word-and-right'], hashNext(form.lower, rightLower));
  count = put(out, count, T['left-right-capitals'], hashNext(leftLower, hashNext(rightLower, form.caps)));
  count = put(
    out,
    count,
    T['capitals-around'],
    leftCaps * 64 + form.caps * 8 + rightCaps + (opens ? 512 : 0) + (view.inHeading[index] ?? 0) * 1024,
  );
  count = put(out, count, T['shapes-around'], hashNext(before?.shape ?? EDGE, hashNext(form.shape, after?.shape ?? EDGE)));
  count = put(out, count, T['left-and-shape'], hashNext(leftLower, form.shape));
  count = put(out, count, T['right-and-shape'], hashNext(rightLower, form.shape));
  const ownClass = classOf(form.lists) * 8 + form.caps;
  const leftClass = before === undefined ? 999 : classOf(before.lists) * 8 + before.caps;
  const rightClass = after === undefined ? 999 : classOf(after.lists) * 8 + after.caps;
  count = put(out, count, T['class-and-left-class'], ownClass * 1000 + leftClass);
  count = put(out, count, T['class-and-right-class'], ownClass * 1000 + rightClass);
  count = put(out, count, T['left-and-class'], hashNext(leftLower, ownClass));
  count = put(out, count, T['right-and-class'], hashNext(rightLower, ownClass));
  count = put(out, count, T['classes-around'], (ownClass * 1000 + leftClass) * 1000 + rightClass);
  const leftCoarse = before?.coarse ?? 99;
  const rightCoarse = after?.coarse ?? 99;
  count = put(out, count, T['coarse-around'], (leftCoarse * 128 + rightCoarse) * 8 + form.caps);
  count = put(out, count, T['coarse-and-left'], (leftCoarse * 128 + form.coarse) * 8 + form.caps);
  count = put(out, count, T['coarse-and-right'], (rightCoarse * 128 + form.coarse) * 8 + form.caps);
  if (before2 !== undefined) count = put(out, count, T['two-left-coarse'], before2.coarse * 8 + form.caps);
  if (after2 !== undefined) count = put(out, count, T['two-right-coarse'], after2.coarse * 8 + form.caps);
  if (before2 !== undefined) count = put(out, count, T['two-left-and-left'], hashNext(hashNext(before2.lower, leftLower), form.caps));
  if (after2 !== undefined) count = put(out, count, T['right-and-two-right'], hashNext(hashNext(after2.lower, rightLower), form.caps));
  if (form.caps !== CAPS.small && form.caps !== CAPS.mark) {
    let phrase = 0;
    const base = index * PHRASE_LISTS;
    for (let list = 0; list < PHRASE_LISTS; list++) {
      const code = view.phrases[base + list] ?? 0;
      if (code !== 0) {
        count = put(out, count, T['phrase-list'], list * 8 + code);
        phrase = phrase * 5 + code + list * 31;
      }
    }
    count = put(out, count, T['phrase-lists'], phrase);
    const shared = view.words[view.wordOf[index] ?? 0]?.shared ?? [];
    for (let at = 0; at < shared.length; at++) out[count++] = shared[at] ?? 0;
    // the words that frame the run of capitals this token stands in
    let first = index;
    while (first > 0 && index - first < 5 && tokens.opensSentence[first] !== 1 && isLarge(documentForms[first - 1])) first--;
    let last = index;
    while (last + 1 < tokens.count && last - index < 5 && tokens.opensSentence[last + 1] !== 1 && isLarge(documentForms[last + 1])) last++;
    const frameLeft = tokens.opensSentence[first] === 1 ? EDGE : (documentForms[first - 1]?.lower ?? EDGE);
    const frameRight = last + 1 >= tokens.count || tokens.opensSentence[last + 1] === 1 ? EDGE : (documentForms[last + 1]?.lower ?? EDGE);
    const lastForm = documentForms[last];
    count = put(out, count, T['frame-left'], frameLeft);
    count = put(out, count, T['frame-right'], frameRight);
    count = put(out, count, T['place-in-run'], Math.min(4, index - first) * 8 + Math.min(4, last - index));
    if (last > index && lastForm !== undefined) {
      count = put(out, count, T['last-of-run'], lastForm.lower);
      count = put(out, count, T['last-of-run-class'], classOf(lastForm.lists));
    }
    count = put(out, count, T['frame-left-fine'], tokens.opensSentence[first] === 1 ? 9999 : (documentForms[first - 1]?.fine ?? 9999));
    count = put(
      out,
      count,
      T['frame-right-fine'],
      last + 1 >= tokens.count || tokens.opensSentence[last + 1] === 1 ? 9999 : (documentForms[last + 1]?.fine ?? 9999),
    );
    if (last > index && lastForm !== undefined && lastForm.fine !== 0) count = put(out, count, T['last-of-run-fine'], lastForm.fine);
    if (first < index) count = put(out, count, T['first-of-run-fine'], documentForms[first]?.fine ?? 0);
    const right2 = last + 2;
    count = put(
      out,
      count,
      T['second-behind-run-fine'],
      right2 >= tokens.count || tokens.opensSentence[last + 1] === 1 || tokens.opensSentence[right2] === 1
        ? 9999
        : (documentForms[right2]?.fine ?? 9999),
    );
    count = put(
      out,
      count,
      T['second-before-run-fine'],
      tokens.opensSentence[first] === 1 || tokens.opensSentence[first - 1] === 1 ? 9999 : (documentForms[first - 2]?.fine ?? 9999),
    );
    if (first < index) count = put(out, count, T['first-of-run-class'], classOf(documentForms[first]?.lists ?? 0));
  }
  return count;
}
