import type { SpeechWords } from '../speech-words.ts';

export const speech: SpeechWords = {
  saidForms: `déclaré affirmé expliqué ajouté souligné estimé précisé assuré martelé dit déclare affirme explique ajoute souligne précise indiqué
    confié regretté dénoncé lancé écrit réjouit dénonce indique raconte confie`,
  perfectAuxiliaries: 'a ont se',
  works: 'série livre film chanson album journal magazine revue pièce émission quotidien hebdomadaire',
  nameParticles: 'de du la le',
  quotationMarks: [['«', '»']],
};
