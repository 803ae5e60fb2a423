/** All languages that Copydesk knows words of, and how stages derive their tables from them. */
import { arabic } from './ar/index.ts';
import { czech } from './cs/index.ts';
import { danish } from './da/index.ts';
import { german } from './de/index.ts';
import { greek } from './el/index.ts';
import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import { finnish } from './fi/index.ts';
import { french } from './fr/index.ts';
import { hebrew } from './he/index.ts';
import { hungarian } from './hu/index.ts';
import { italian } from './it/index.ts';
import { japanese } from './ja/index.ts';
import { korean } from './ko/index.ts';
import { malay } from './ms/index.ts';
import { dutch } from './nl/index.ts';
import { norwegian } from './no/index.ts';
import { polish } from './pl/index.ts';
import { portuguese } from './pt/index.ts';
import { romanian } from './ro/index.ts';
import { russian } from './ru/index.ts';
import { slovak } from './sk/index.ts';
import { swedish } from './sv/index.ts';
import { turkish } from './tr/index.ts';
import { ukrainian } from './uk/index.ts';
import { chinese } from './zh/index.ts';
import type { Language } from './language.ts';

let languages: readonly Language[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  norwegian,
  danish,
  finnish,
  polish,
  czech,
  slovak,
  russian,
  ukrainian,
  turkish,
  malay,
  arabic,
  romanian,
  hungarian,
  greek,
  japanese,
  chinese,
  korean,
  hebrew,
];

export const allLanguages = (): readonly Language[] => languages;

/** The language of an ISO 639-1 code, also with a region ("en-GB"). */
export function languageOf(code: string): Language | undefined {
  const bare = code.split('-')[0];
  return languages.find((language) => language.code === bare);
}

/**
 * Adds a language, or puts another in the place of the one with its code. Tables that were derived before are derived anew at their next use.
 *
 * @example addLanguage({ code: 'eo', name: 'Esperanto', dates: { months: [...], weekdays: [...] } });
 */
export function addLanguage(language: Language): void {
  languages = [...languages.filter(({ code }) => code !== language.code), language];
}

/** A table made from all languages at its first use, and again only after a language was added. */
export function fromLanguages<T>(build: (languages: readonly Language[]) => T): () => T {
  let made: { readonly of: readonly Language[]; readonly table: T } | undefined;
  return () => {
    if (made?.of !== languages) made = { of: languages, table: build(languages) };
    return made.table;
  };
}
