/** The closed list of rule names that a record's quotations can hold. */
import { STRATEGIES } from './strategies.ts';
import { EVIDENCE_RULES, VERB_BEFORE } from './weights.ts';

/** Strategies whose rule is that of the evidence they rest on. */
const BY_EVIDENCE = ['own sentence', 'bare subject before the quotation', 'any bare subject'];
/** Strategies that take over the source of another quotation; its rule follows the name. */
const BORROWING = ['same sentence as', 'same paragraph as'];

const CLOSED: ReadonlySet<string> = new Set([
  ...EVIDENCE_RULES,
  ...STRATEGIES.map(({ name }) => name).filter((name) => !BY_EVIDENCE.includes(name) && !BORROWING.includes(name)),
  'floating paragraph, earlier speaker',
  'no attribution',
  'indirect: clause before source',
  ...Object.keys(VERB_BEFORE).map((cueClass) => `indirect: ${cueClass}`),
  'headline: no source',
  'headline: source before colon',
  'headline: source after colon',
]);
/** What the strategies that borrow may borrow from: `continued` and `floating` are sources of a quotation of the same paragraph. */
const BORROWED: ReadonlySet<string> = new Set([
  ...EVIDENCE_RULES,
  'continued',
  'floating',
  'reported in the sentence before',
  'reported in the paragraph before',
]);

/** Can a record hold this rule? "headline " before a rule: the headline quotes by it. */
export function isRule(rule: string): boolean {
  if (CLOSED.has(rule)) return true;
  if (rule.startsWith('headline ')) return isRule(rule.slice('headline '.length));
  return BORROWING.some((name) => rule.startsWith(`${name} `) && BORROWED.has(rule.slice(name.length + 1)));
}
