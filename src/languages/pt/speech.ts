import type { SpeechWords } from '../speech-words.ts';

export const speech: SpeechWords = {
  saidForms: 'disse afirmou declarou explicou',
  works: 'filme livro romance canção jornal',
  nameParticles: 'da de dos',
  quotationMarks: [
    ['«', '»'],
    ['“', '”'],
  ],
};
