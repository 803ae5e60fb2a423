import type { SpeechWords } from '../speech-words.ts';

export const speech: SpeechWords = {
  nameParticles: 'bin ibn al el',
};
