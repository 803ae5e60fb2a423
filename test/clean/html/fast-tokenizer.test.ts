import * as fc from 'fast-check';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { expect, test } from 'vitest';
import { FastTokenizer } from '../../../src/clean/html/fast-tokenizer.ts';

const EVENTS = [
  'onattribdata',
  'onattribentity',
  'onattribend',
  'onattribname',
  'oncdata',
  'onclosetag',
  'oncomment',
  'ondeclaration',
  'onend',
  'onopentagend',
  'onopentagname',
  'onprocessinginstruction',
  'onselfclosingtag',
  'ontext',
  'ontextentity',
] as const satisfies readonly (keyof TokenizerCallbacks)[];

/** Everything a tokenizer says about a page, in order. */
function tokensOf(Kind: typeof Tokenizer, html: string): unknown[] {
  const said: unknown[] = [];
  const callbacks = Object.fromEntries(EVENTS.map((name) => [name, (...values: unknown[]) => said.push([name, ...values])]));
  const tokenizer = new Kind({ decodeEntities: true }, callbacks as unknown as TokenizerCallbacks);
  tokenizer.write(html);
  tokenizer.end();
  return said;
}

test('markup put together at random gives the same tokens', () => {
  const part = fc.constantFrom(
    '<p>',
    '</p>',
    '<a href="x&amp;y">',
    "<b class='a & b'>",
    '<i x=1>',
    '<script>',
    '</script>',
    '<script>if (a < b) "</p>"',
    '<style>',
    '</style>',
    '<title>',
    '</title>',
    '<textarea>',
    '<!-- a > b -->',
    '<!--',
    '-->',
    '<!doctype html>',
    '<?x?>',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&',
    '&#8217;',
    '&nbsp',
    'Ferries & boats',
    ' ',
    '<',
    '>',
    '"',
    "'",
    '=',
    '/',
    '<br/>',
    '<img src="a',
    '<plaintext>',
  );
  let tokens = 0;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const html = parts.join('');
      const expected = tokensOf(Tokenizer, html);
      tokens += expected.length;
      expect(tokensOf(FastTokenizer, html)).toEqual(expected);
    }),
    { numRuns: 3000, seed: 7 },
  );
  expect(tokens).toBeGreaterThan(10_000);
});
