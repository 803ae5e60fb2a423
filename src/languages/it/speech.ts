import type { SpeechWords } from '../speech-words.ts';

export const speech: SpeechWords = {
  saidForms: 'dichiarato spiegato detto affermato aggiunto sottolineato commentato scritto disse',
  perfectAuxiliaries: 'ha',
  works: 'romanzo canzone giornale quotidiano rivista libro',
  nameParticles: 'del della',
  quotationMarks: [['«', '»']],
};
