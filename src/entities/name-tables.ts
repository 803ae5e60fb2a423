/** The words of names of all languages as tables (see languages/name-words.ts). */
import { fromLanguages } from '../languages/languages.ts';
import type { RoleMark, Walk } from '../languages/name-words.ts';
import { splitWords } from './context-words.ts';

export interface NameTables {
  readonly roles: Readonly<Record<RoleMark, ReadonlySet<string>>>;
  readonly titleGender: ReadonlyMap<string, 'male' | 'female'>;
  readonly roleModifiers: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** Each mark with its short form. */
  readonly generations: ReadonlyMap<string, string>;
  /** Forms of one first name have one number. */
  readonly shortForms: ReadonlyMap<string, number>;
}

export const nameTables = fromLanguages((languages): NameTables => {
  const parts = languages.flatMap(({ names }) => names ?? []);
  const roles: Record<RoleMark, Set<string>> = {
    address: new Set(),
    head: new Set(),
    politics: new Set(),
    sport: new Set(),
    arts: new Set(),
    trades: new Set(),
    speaker: new Set(),
  };
  for (const [marks, words] of parts.flatMap((part) => part.roles ?? []))
    for (const mark of marks) for (const word of splitWords(words)) roles[mark].add(word);
  const titleGender = new Map<string, 'male' | 'female'>();
  for (const { maleTitles = '', femaleTitles = '' } of parts) {
    for (const word of splitWords(maleTitles)) titleGender.set(word, 'male');
    for (const word of splitWords(femaleTitles)) titleGender.set(word, 'female');
  }
  const union = (field: 'roleModifiers' | 'determiners' | 'particles'): Set<string> =>
    new Set(parts.flatMap((part) => splitWords(part[field] ?? '')));
  return {
    roles,
    titleGender,
    roleModifiers: union('roleModifiers'),
    determiners: union('determiners'),
    particles: union('particles'),
    generations: new Map(
      parts.flatMap(({ generations = [] }) => generations.flatMap((forms) => forms.map((form) => [form, forms[0] ?? form] as const))),
    ),
    shortForms: new Map(
      parts.flatMap(({ shortForms = [] }) => shortForms).flatMap((forms, number) => forms.map((form) => [form, number] as const)),
    ),
  };
});

export const WALKS: readonly Walk[] = ['politics', 'sport', 'arts', 'trades'];

/** The walks of life that the press gives these roles to. */
export function walksOf(words: Iterable<string>): Set<Walk> {
  const { roles } = nameTables();
  const found = new Set<Walk>();
  for (const word of words) for (const walk of WALKS) if (roles[walk].has(word)) found.add(walk);
  return found;
}
