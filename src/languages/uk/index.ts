/** Ukrainian. */
import type { Language } from '../language.ts';
import { bylines } from './bylines.ts';
import { dates } from './dates.ts';
import { speech } from './speech.ts';
import { furniture } from './furniture.ts';

export const ukrainian: Language = {
  code: 'uk',
  name: 'Ukrainian',
  dates,
  bylines,
  speech,
  functionWords:
    'і в не на що з він по як це але до із у за від так про же для його б а все вона вони ми при був було були або якщо також після вже ще тільки коли щоб які який цього року та',
  furniture,
};
