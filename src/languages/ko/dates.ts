import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [['1월'], ['2월'], ['3월'], ['4월'], ['5월'], ['6월'], ['7월'], ['8월'], ['9월'], ['10월'], ['11월'], ['12월']],
  weekdays: [
    ['월요일', '월'],
    ['화요일', '화'],
    ['수요일', '수'],
    ['목요일', '목'],
    ['금요일', '금'],
    ['토요일', '토'],
    ['일요일', '일'],
  ],
  relative: {
    past: [
      {
        after: '전',
        minute: '분',
        hour: '시간',
        day: '일',
        week: '주',
        isUnspaced: true,
      },
    ],
    yesterday: '어제',
    today: '오늘',
  },
  labels: {
    publishedRelative: '입력',
    modifiedRelative: '수정',
  },
};
