/**
 * What the quality table measures: one row a figure, with the best peer on the same data and half
 * (from the READMEs and levels files beside the data) and the level we aim for.
 */
import { EXTRACTION_SETS } from './extraction.ts';

export interface Measure {
  /** Area, as named by `--only`. */
  readonly area: string;
  readonly set: string;
  readonly measure: string;
  readonly peer: string;
  readonly target: number;
  /** `lower`: smaller is better (false joins, empty outputs). */
  readonly better?: 'lower';
}

const row = (area: string, set: string, measure: string, peer: string, target: number, better?: 'lower'): Measure =>
  better === undefined ? { area, set, measure, peer, target } : { area, set, measure, peer, target, better };

export const MEASURES: readonly Measure[] = [
  row('html', 'scrapinghub', 'F1', '.973 rs_trafilatura', 0.978),
  row('html', 'scrapinghub', 'empty', '0', 0, 'lower'),
  row('html', 'fundus', 'F1', '.984 Fundus', 0.984),
  row('html', 'fundus', 'empty', '0', 0, 'lower'),
  row('html', 'wcxb-article', 'F1', '.944 trafilatura', 0.955),
  row('html', 'wcxb-article', 'empty', '0', 0, 'lower'),
  row('meta', 'wcxb-article', 'title', '.738 defuddle', 0.82),
  row('meta', 'wcxb-article', 'author', '.713 defuddle', 0.8),
  row('meta', 'wcxb-article', 'date', '.875 trafilatura', 0.92),
  row('text', 'scrapinghub', 'F1', '.899 best block', 0.945),
  row('text', 'scrapinghub', 'empty', '0', 0, 'lower'),
  row('text', 'fundus', 'F1', '.943 best block', 0.97),
  row('text', 'fundus', 'empty', '0', 0, 'lower'),
  row('text', 'wcxb-article', 'F1', '.874 best block', 0.92),
  row('text', 'wcxb-article', 'empty', '0', 0, 'lower'),
  row('html', 'world', 'F1', '-', 0.98),
  row('html', 'world', 'empty', '0', 0, 'lower'),
  row('meta', 'world', 'title', '-', 0.88),
  row('meta', 'world', 'author', '-', 0.9),
  row('meta', 'world', 'date', '-', 0.985),
  row('html', 'daniel', 'F1', '.914 Readability', 0.967),
  row('html', 'daniel', 'empty', '0', 0, 'lower'),
  row('text', 'world', 'F1', '-', 0.955),
  row('text', 'world', 'empty', '0', 0, 'lower'),
  row('text', 'daniel', 'F1', '-', 0.935),
  row('text', 'daniel', 'empty', '0', 0, 'lower'),
  row('dedup', 'dev', 'strict F1', '.70 shingles', 0.965),
  row('dedup', 'dev', 'strict P', '.66 shingles', 0.98),
  row('dedup', 'dev', 'strict ARI', '-', 0.965),
  row('dedup', 'dev', 'lenient F1', '.755 shingles', 0.975),
  row('dedup', 'dev', 'roundup bridges', '-', 0, 'lower'),
  row('entities', 'ww-dev', 'F1', '.685 open perceptron', 0.76),
  row('entities', 'uner-ewt-dev', 'F1', '-', 0.8),
  row('entities', 'uner-pud-dev', 'F1', '.65 open perceptron', 0.8),
  row('entities', 'gum-news-canonical', 'F1', '.60-.66 compromise (seeds)', 0.9),
  row('entities', 'newsfair2', 'link precision', '-', 0.95),
  row('entities', 'newsfair2', 'link recall', '-', 0.6),
  row('quotes', 'polnear-dev', 'quoted span F1', '.959 probe', 0.975),
  row('quotes', 'polnear-dev', 'quoted speaker', '.840 probe', 0.93),
  row('quotes', 'polnear-dev', 'quoted joint F1', '.801 probe', 0.91),
  row('quotes', 'polnear-dev', 'direct joint F1', '.862 probe', 0.94),
  row('quotes', 'polnear-dev', 'all exact F1', '.350 floor', 0.6),
  row('quotes', 'gum-news-dev', 'quoted joint F1', '.800 probe', 0.91),
  row('quotes', 'gum-news-dev', 'resolved name', '.477 probe', 0.85),
  row('quotes', 'wikinews-de-dev', 'quoted span F1', '.767 marks', 0.95),
  row('quotes', 'wikinews-de-dev', 'quoted joint F1', '.186 nearest name', 0.8),
  row('quotes', 'wikinews-de-dev', 'direct joint F1', '-', 0.85),
];

/** The cleaner's models were trained on these very pages: the floor guards against regressions, the honest level is the cross-validated one. */
export const isInSample = ({ area, set, measure }: Pick<Measure, 'area' | 'set' | 'measure'>): boolean =>
  (area === 'html' || area === 'text') && measure === 'F1' && EXTRACTION_SETS.some((trained) => trained === set);

export const keyOf = (measure: Pick<Measure, 'area' | 'set' | 'measure'>): string => `${measure.area}/${measure.set}/${measure.measure}`;
