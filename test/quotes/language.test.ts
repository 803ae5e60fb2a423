import { expect, test } from 'vitest';
import { addLanguage, allLanguages } from '../../src/languages/languages.ts';
import { CUE_LEMMAS, DOUBLING, IRREGULAR } from '../../src/languages/en/speech-cues.ts';
import { speech } from '../../src/languages/en/speech.ts';
import { WORD_LISTS, type WordList } from '../../src/languages/speech-words.ts';
import { currentLexicon } from '../../src/quotes/lexicon.ts';
import { said } from './article.ts';

const split = (words: string): string[] => words.split(/\s+/).filter(Boolean);
const lemmas = Object.values(CUE_LEMMAS).flatMap(split);

test('a lemma stands in one class, once', () => {
  expect(lemmas.filter((lemma, at) => lemmas.indexOf(lemma) !== at)).toEqual([]);
});

test.each(allLanguages().flatMap(({ name, speech }) => (speech === undefined ? [] : [{ name, speech }])))(
  '$name lists no word twice',
  ({ speech }) => {
    for (const list of Object.keys(WORD_LISTS) as WordList[]) {
      const words = split(speech[list] ?? '');
      expect([list, words.filter((word, at) => words.indexOf(word) !== at)]).toEqual([list, []]);
    }
  },
);

test('irregular and doubling verbs are verbs of speech', () => {
  expect([...Object.keys(IRREGULAR), ...DOUBLING].filter((lemma) => !lemmas.includes(lemma))).toEqual([]);
});

const LEMMA_LISTS: readonly WordList[] = [
  'notBeforeSubjectVerbs',
  'nounInPresentVerbs',
  'nameGivingVerbs',
  'tellVerbs',
  'hearerVerbs',
  'hearerBeforeThatVerbs',
  'directHearerVerbs',
  'objectVerbs',
  'clauseVerbs',
  'besideQuotationOnly',
];

test.each(LEMMA_LISTS)('every lemma of %s is a verb of speech or opens a pair', (list) => {
  expect(split(speech[list] ?? '').filter((lemma) => !lemmas.includes(lemma) && speech.verbPairs?.[lemma] === undefined)).toEqual([]);
});

test('every lemma before a preposition is a verb of speech', () => {
  expect(Object.keys(speech.objectPrepositions ?? {}).filter((lemma) => !lemmas.includes(lemma))).toEqual([]);
});

test('every cue form of English is found under its lemma or under an earlier one', () => {
  for (const { word } of speech.cues ?? []) expect(currentLexicon().verbs.get(word)).toBeDefined();
});

test.each(split(CUE_LEMMAS.say))('“…” with %s has its speaker', (lemma) => {
  const past = speech.cues?.find((cue) => cue.lemma === lemma && cue.form === 'past')?.word ?? '';
  expect(said(`“It is open to all of us today,” Ann Lee ${past}.`, ['Ann Lee'])).toEqual(['It is open to all of us today, <- Ann Lee']);
});

test('a made-up language gives its verb and its marks', () => {
  const text = '⟦It is open to all of us today,⟧ blarfed Ann Lee.';
  expect(said(text, ['Ann Lee'])).toEqual([]);
  addLanguage({ code: 'xx', name: 'Made-up', speech: { saidForms: 'blarfed', quotationMarks: [['⟦', '⟧']] } });
  expect(said(text, ['Ann Lee'])).toEqual(['It is open to all of us today, <- Ann Lee']);
});
