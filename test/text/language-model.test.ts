import { eld } from 'eld/small';
import { describe, expect, test } from 'vitest';
import { guessLanguage, packModel, unpackModel } from '../../src/text/language-model.ts';

const SENTENCES: readonly (readonly [code: string, text: string])[] = [
  ['en', 'The minister told reporters on Tuesday that he doesn’t expect the talks to end before a deal is reached.'],
  ['de', 'Der Minister sagte am Dienstag, die Gespräche würden fortgesetzt, bis eine Einigung erzielt sei.'],
  ['fr', 'Le ministre a déclaré mardi que les discussions se poursuivraient jusqu’à ce qu’un accord soit trouvé.'],
  ['nl', 'De minister zei dinsdag dat de gesprekken doorgaan totdat er een akkoord is bereikt.'],
  ['sv', 'Ministern sade på tisdagen att samtalen fortsätter tills en överenskommelse har nåtts.'],
  ['da', 'Ministeren sagde tirsdag, at forhandlingerne vil fortsætte, indtil der er opnået enighed.'],
  ['fi', 'Ministeri sanoi tiistaina, että neuvottelut jatkuvat, kunnes sopimukseen päästään.'],
  ['pl', 'Minister powiedział we wtorek, że rozmowy będą trwały aż do osiągnięcia porozumienia.'],
  ['cs', 'Ministr v úterý řekl, že jednání budou pokračovat, dokud nebude dosaženo dohody.'],
  ['hu', 'A miniszter kedden azt mondta, hogy a tárgyalások a megállapodásig folytatódnak.'],
  ['ro', 'Ministrul a declarat marți că discuțiile vor continua până la încheierea unui acord.'],
  ['tr', 'Bakan salı günü yaptığı açıklamada anlaşma sağlanana kadar görüşmelerin süreceğini söyledi.'],
  ['el', 'Ο υπουργός δήλωσε την Τρίτη ότι οι συνομιλίες θα συνεχιστούν μέχρι να επιτευχθεί συμφωνία.'],
  ['bg', 'Министърът заяви във вторник, че разговорите ще продължат до постигане на споразумение.'],
  ['uk', 'Міністр заявив журналістам у вівторок, що переговори триватимуть, доки не буде досягнуто угоди.'],
  ['he', 'השר אמר ביום שלישי כי השיחות יימשכו עד שיושג הסכם.'],
  ['fa', 'وزیر روز سه‌شنبه گفت که مذاکرات تا رسیدن به توافق ادامه خواهد یافت.'],
  ['hi', 'मंत्री ने मंगलवार को कहा कि समझौता होने तक बातचीत जारी रहेगी।'],
  ['ja', '大臣は火曜日に記者団に対し、合意に達するまで協議を続けると述べた。'],
  ['vi', 'Bộ trưởng nói hôm thứ Ba rằng các cuộc đàm phán sẽ tiếp tục cho đến khi đạt được thỏa thuận.'],
];

describe('the packed model answers as the library that it was made from', () => {
  test.each(SENTENCES)('%s', (code, text) => {
    const theirs = eld.detect(text);
    expect(guessLanguage(text)).toEqual({ code, isReliable: theirs.isReliable() });
    expect(theirs.language).toBe(code);
  });

  test.each(['', '12:30', '…', 'ok', 'Harbour', 'x'.repeat(500), 'Donaudampfschifffahrtsgesellschaft '.repeat(40)])(
    'also for what is hardly text: %j',
    (text) => {
      const theirs = eld.detect(text);
      expect(guessLanguage(text)).toEqual({
        code: theirs.language === '' ? undefined : theirs.language,
        isReliable: theirs.isReliable(),
      });
    },
  );
});

test('a packed model comes back whole', () => {
  const model = {
    codes: ['aa', 'bb'],
    averages: [0.7, 0.8],
    keys: Float64Array.of(3, 2 ** 47),
    starts: Uint32Array.of(0, 1, 3),
    languages: Uint8Array.of(0, 0, 1),
    scores: Uint8Array.of(9, 8, 7),
  };
  expect(unpackModel(packModel(model))).toEqual(model);
});
