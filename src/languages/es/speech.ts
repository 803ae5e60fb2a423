import type { SpeechWords } from '../speech-words.ts';

export const speech: SpeechWords = {
  saidForms: 'dijo dice afirmó declaró explicó señaló añadió aseguró escribió advirtió',
  perfectAuxiliaries: 'ha han',
  works: 'película libro novela canción álbum diario periódico revista programa obra serie',
  nameParticles: 'de del la el y',
  quotationMarks: [
    ['«', '»'],
    ['“', '”'],
  ],
};
