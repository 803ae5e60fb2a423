import type { SpeechWords } from '../speech-words.ts';

export const speech: SpeechWords = {
  saidForms: `sagte sagt erklärte erklärt betonte betont meinte schrieb kritisierte forderte fügte teilte berichtete warnte ergänzte mahnte lobte`,
  perfectAuxiliaries: 'hat hatte',
  so: 'so',
  works: 'film serie buch roman lied song album zeitung magazin zeitschrift theaterstück oper sendung firma kinofilm',
  nameParticles: 'von der den',
  quotationMarks: [['„', '“']],
};
