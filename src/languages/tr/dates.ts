import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['ocak', 'oca'],
    ['şubat', 'şub'],
    ['mart', 'mar'],
    ['nisan', 'nis'],
    ['mayıs', 'may'],
    ['haziran', 'haz'],
    ['temmuz', 'tem'],
    ['ağustos', 'ağu'],
    ['eylül', 'eyl'],
    ['ekim', 'eki'],
    ['kasım', 'kas'],
    ['aralık', 'ara'],
  ],
  weekdays: [
    ['pazartesi', 'pzt'],
    ['salı', 'sal'],
    ['çarşamba', 'çar'],
    ['perşembe', 'per'],
    ['cuma', 'cum'],
    ['cumartesi', 'cmt'],
    ['pazar', 'paz'],
  ],
  relative: {
    past: [
      {
        after: 'önce',
        one: 'bir',
        minute: 'dakika|dk',
        hour: 'saat|sa',
        day: 'gün',
        week: 'hafta',
      },
    ],
    yesterday: 'dün',
    isYesterdayUnsure: true,
    today: 'bugün',
    at: 'saat',
  },
  labels: {
    publishedRelative: 'yayınlandı',
    modifiedRelative: 'güncellendi',
  },
};
