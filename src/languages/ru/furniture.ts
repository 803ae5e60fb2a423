/** Russian wording of page furniture. */
import type { FurnitureWords } from '../furniture-words.ts';

export const furniture: FurnitureWords = {
  advertisement: {
    whole: ['реклама'],
    goes: ['Реклама'],
  },
  'read-more': {
    whole: ['читать далее', 'подробнее'],
    words: { also: ['читайте также', String.raw`см\. также`] },
    goes: ['Читайте также: Мэр отверг обвинения', 'Читать далее'],
  },
  share: {
    whole: ['поделиться'],
    goes: ['Поделиться'],
  },
  comments: {
    whole: ['комментарии'],
    goes: ['Комментарии'],
  },
  account: {
    whole: ['войти'],
    goes: ['Войти'],
  },
  'related-heading': {
    whole: ['читайте также', 'похожие статьи', 'новости по теме', 'популярное'],
    goes: ['Похожие статьи'],
  },
  'comment-entry': {
    whole: ['ответить'],
    goes: ['Ответить'],
  },
  syndication: {
    words: { source: ['источник'] },
    goes: ['Источник: ТАСС'],
  },
  'photo-credit': {
    words: { picture: ['фото'] },
    goes: ['Фото: Анна Хольм'],
  },
  tags: {
    words: { label: ['теги'] },
    goes: ['Теги: порт'],
  },
  byline: {
    words: { by: ['Автор:?'] },
    goes: ['Автор: Анна Хольм'],
  },
  timestamp: {
    words: { month: ['янв', 'фев', 'мар', 'апр', 'май', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'] },
    goes: ['12 мая 2025'],
  },
};
