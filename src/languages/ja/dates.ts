import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [['1月'], ['2月'], ['3月'], ['4月'], ['5月'], ['6月'], ['7月'], ['8月'], ['9月'], ['10月'], ['11月'], ['12月']],
  weekdays: [
    ['月曜日', '月'],
    ['火曜日', '火'],
    ['水曜日', '水'],
    ['木曜日', '木'],
    ['金曜日', '金'],
    ['土曜日', '土'],
    ['日曜日', '日'],
  ],
  relative: {
    past: [
      {
        after: '前',
        minute: '分',
        hour: '時間',
        day: '日',
        week: '週間',
        isUnspaced: true,
      },
    ],
    justNow: 'たった今',
    yesterday: '昨日',
    today: '今日',
  },
  labels: {
    publishedRelative: '公開|投稿',
    modifiedRelative: '更新',
  },
};
