import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { takeAsClean } from '../../src/clean/clean.ts';
import { findEntities } from '../../src/entities/entities.ts';
import { isSamePerson } from '../../src/entities/spelling.ts';
import { allLanguages, addLanguage } from '../../src/languages/languages.ts';

const read = (text: string, name: string) => {
  const names = [{ start: text.indexOf(name), end: text.indexOf(name) + name.length, type: 'PER' as const }];
  return findEntities({ ...takeAsClean({ text }), language: { code: 'en', confidence: 1 }, names }).entities.map((entity) => [
    entity.name,
    entity.descriptors,
  ]);
};

it('a title and a particle of a language that was added are known', () => {
  const text = 'In the town Zorkmeister Ana Lima spoke.';
  expect(read(text, 'Zorkmeister Ana Lima')).toEqual([['Zorkmeister Ana Lima', undefined]]);
  expect(isSamePerson('ana zu lima', 'ana lima')).toBe(true);
  expect(isSamePerson('ana zu orb lima', 'ana va orb lima')).toBe(false);
  addLanguage({ code: 'xx', name: 'Made up', names: { roles: [[['address', 'head'], 'zorkmeister']], particles: 'zu va' } });
  expect(read(text, 'Zorkmeister Ana Lima')).toEqual([['Ana Lima', ['Zorkmeister']]]);
  expect(isSamePerson('ana zu orb lima', 'ana va orb lima')).toBe(true);
});

it('a role stands once in the table of its language', () => {
  for (const { names } of allLanguages()) {
    const words = (names?.roles ?? []).flatMap(([, list]) => list.split(/\s+/));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  }
});

it('the tables of evidence hold no words of a language: those are in src/languages', () => {
  const folder = new URL('../../src/entities/', import.meta.url);
  const files = readdirSync(folder).filter((name) => /^(?:evidence|link|teams|name-tables|context-words)/.test(name));
  expect(files.length).toBeGreaterThan(8);
  const lists = allLanguages().flatMap(({ nameContexts }) =>
    Object.values(nameContexts ?? {}).flatMap((list) => (typeof list === 'string' ? [list.split(/\s+/)] : [])),
  );
  for (const file of files) {
    const source = readFileSync(new URL(file, folder), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|says: '.*',/g, '');
    // a word list in code: a regular expression of alternatives, or a long string of words, most of which a language has
    const found = [...source.matchAll(/\(\?:([a-z|]{12,})\)|['`]([a-z]+(?:\s+[a-z]+){4,})['`]/g)].map((match) =>
      (match[1] ?? match[2] ?? '').split(/[|\s]+/),
    );
    const copied = found.filter((words) => lists.some((list) => words.filter((word) => list.includes(word)).length * 2 > words.length));
    expect({ file, copied }).toEqual({ file, copied: [] });
  }
});
