/** Ukrainian wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['реклама'],
    goes: ['Реклама'],
  },
  'read-more': {
    whole: ['читати далі'],
    words: { also: ['читайте також'] },
    goes: ['Читайте також: мер заперечує', 'Читати далі'],
  },
  share: {
    whole: ['поділитися'],
    goes: ['Поділитися'],
  },
  comments: {
    whole: ['коментарі'],
    goes: ['Коментарі'],
  },
  account: {
    whole: ['увійти'],
    goes: ['Увійти'],
  },
  'related-heading': {
    whole: ['читайте також'],
    goes: ['Читайте також'],
  },
  syndication: {
    words: { source: ['джерело'] },
    goes: ['Джерело: Укрінформ'],
  },
  'photo-credit': {
    words: { picture: ['фото', 'світлина'] },
    goes: ['Світлина: порт'],
  },
  byline: {
    words: { by: ['Автор:?'] },
    goes: ['Автор: Анна Хольм'],
  },
  timestamp: {
    words: { month: ['січ', 'лют', 'бер', 'кві', 'тра', 'чер', 'лип', 'сер', 'вер', 'жов', 'лис', 'гру'] },
    goes: ['12 травня 2025'],
  },
};
