/** Malay. */
import type { Language } from '../language.ts';
import { dates } from './dates.ts';

export const malay: Language = {
  code: 'ms',
  name: 'Malay',
  dates,
  functionWords:
    'yang dan di ini itu dengan untuk dari pada tidak dalam akan juga ke karena ada oleh saat atau telah bisa sebagai mereka kami saya lebih dapat kata menjadi sudah tersebut bahwa adalah seperti',
};
