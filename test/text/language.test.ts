import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/text/language.ts';
import { cpuTime } from '../cpu-time.ts';

const SENTENCES = [
  { code: 'en', text: 'The minister told reporters on Tuesday that the talks would go on until a deal was reached.' },
  { code: 'de', text: 'Der Minister sagte am Dienstag, die Gespräche würden fortgesetzt, bis eine Einigung erzielt sei.' },
  { code: 'fr', text: 'Le ministre a déclaré mardi que les discussions se poursuivraient jusqu’à ce qu’un accord soit trouvé.' },
  { code: 'es', text: 'El ministro dijo el martes que las conversaciones continuarían hasta que se llegara a un acuerdo.' },
  { code: 'it', text: 'Il ministro ha detto martedì che i colloqui andranno avanti fino a quando non si troverà un accordo.' },
  { code: 'pt', text: 'O ministro disse na terça-feira que as conversações vão continuar até que se chegue a um acordo.' },
  { code: 'ru', text: 'Министр заявил журналистам во вторник, что переговоры будут продолжаться до заключения соглашения.' },
  { code: 'uk', text: 'Міністр заявив журналістам у вівторок, що переговори триватимуть, доки не буде досягнуто угоди.' },
  { code: 'ja', text: '大臣は火曜日に記者団に対し、合意に達するまで協議を続けると述べた。' },
  { code: 'ko', text: '장관은 화요일 기자들에게 합의에 도달할 때까지 회담이 계속될 것이라고 말했다.' },
  { code: 'ar', text: 'قال الوزير للصحفيين يوم الثلاثاء إن المحادثات ستستمر حتى التوصل إلى اتفاق.' },
];

describe('detectLanguage', () => {
  test.each(SENTENCES)('knows one sentence of $code', ({ code, text }) => {
    expect(detectLanguage(text).code).toBe(code);
  });

  test('the prose decides, not the menu above it', () => {
    const menu = ['Home', 'News', 'Sport', 'Business', 'Weather', 'Travel', 'Sign in', 'Subscribe', 'Contact us'].join('\n');
    const german = SENTENCES[1]!.text;
    expect(detectLanguage(`${menu}\n\n${german}\n\n${menu}`).code).toBe('de');
  });

  test.each(['', '   ', '12:30', '…', 'Ok', '\u0000\uD800'])('is undecided about %j', (text) => {
    expect(detectLanguage(text)).toEqual({ code: 'und', confidence: 0 });
  });

  test('confidence stays within 0..1 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const { confidence, code } = detectLanguage(text);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(code).toMatch(/^(?:und|[a-z]{2})$/);
      }),
    );
  });

  test('many short lines cost no more than linear time', () => {
    const start = cpuTime();
    detectLanguage('one two three\n'.repeat(200_000));
    expect(cpuTime() - start).toBeLessThan(2000);
  });
});
