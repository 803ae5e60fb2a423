/** An invented page, as a text dump. */
import type { CleanArticle } from '../../../src/article.ts';
import { cleanDump } from '../../../src/clean/dump/dump.ts';

export const STORY = [
  'The harbour council of Ostfjord voted on Tuesday to close the old ferry pier, ending a dispute that has divided the town for most of a decade.',
  'Council leader Marta Lindqvist told reporters that the decision was final. “We have looked at every report and every plan,” she said.',
  '“I don’t do delays.”',
  'The pier, built in 1911, carried up to 4,000 passengers a day before the bridge opened, according to the port authority’s own figures.',
  'Fishermen who still land their catch there said they had not been consulted and would appeal to the county court next week.',
  'Asked what would happen to the fish market, Lindqvist responded:',
  '“It stays where it is.”',
  'What happens next',
  'Engineers will begin to take down the northern arm in the spring, and the rest of the structure is to follow before the end of the year.',
  'The county has set aside 12 million crowns for the work, which officials expect to last about nine months in all.',
];
export const MENU = ['The Ostfjord Courier', 'Home', 'News', 'Sport', 'Culture', 'Weather', 'Subscribe', 'Log in'];
export const HEADLINE = 'Ostfjord council votes to close the old ferry pier';
export const FOOTER = [
  'Related Articles',
  'Bridge tolls to rise in May',
  'Storm warning for the coast',
  'Privacy Policy',
  '© 2025 The Ostfjord Courier',
];

export const dump = (...parts: readonly string[]): string => parts.join('\n\n');
export const read = (text: string): CleanArticle => cleanDump({ text });
export const removedBy = (article: CleanArticle, rule: string): string[] =>
  article.removed.filter((r) => r.rule === rule).map((r) => r.text);
/** A whole page with lines put in after the fourth paragraph of the story. */
export const page = (...inserted: readonly string[]): string =>
  dump(...MENU, HEADLINE, 'By Jonas Berg', 'December 29, 2025', ...STORY.slice(0, 4), ...inserted, ...STORY.slice(4), ...FOOTER);
