import type { DateWords } from '../date-words.ts';

export const dates: DateWords = {
  months: [
    ['一月', '1月'],
    ['二月', '2月'],
    ['三月', '3月'],
    ['四月', '4月'],
    ['五月', '5月'],
    ['六月', '6月'],
    ['七月', '7月'],
    ['八月', '8月'],
    ['九月', '9月'],
    ['十月', '10月'],
    ['十一月', '11月'],
    ['十二月', '12月'],
  ],
  weekdays: [
    ['星期一', '周一'],
    ['星期二', '周二'],
    ['星期三', '周三'],
    ['星期四', '周四'],
    ['星期五', '周五'],
    ['星期六', '周六'],
    ['星期日', '周日'],
  ],
  relative: {
    past: [
      {
        after: '前',
        minute: '分钟?|分鐘',
        hour: '小时|小時',
        day: '天|日',
        week: '周|週',
        isUnspaced: true,
      },
    ],
    justNow: '刚刚|剛剛',
    yesterday: '昨天',
    today: '今天',
  },
  labels: {
    publishedRelative: '发布|發布',
    modifiedRelative: '更新',
  },
};
