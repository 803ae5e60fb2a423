import { expect, it } from 'vitest';
import { classesOf } from '../../src/entities/clusters.ts';

it('words that keep the same company have the same class', () => {
  expect(classesOf('January')).toBe(classesOf('October'));
  expect(classesOf('January')).not.toBe(classesOf('said'));
  expect(classesOf('5')).toBe(classesOf('7'));
});

it('a word in unusual capitals has the class of its usual form', () => {
  expect(classesOf('SAID')).toBe(classesOf('said'));
  expect(classesOf('JANUARY')).toBe(classesOf('January'));
  expect(classesOf('Said')).not.toBe(0);
});

it('an unknown word has none', () => {
  expect(classesOf('zorblatian')).toBe(0);
  expect(classesOf('')).toBe(0);
});
