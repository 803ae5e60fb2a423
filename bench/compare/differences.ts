/** Where two JSON values differ: the paths, with both values cut to a readable length. */
export interface Difference {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const SHOWN = 80;

const shown = (value: unknown): string => {
  const text = value === undefined ? 'absent' : JSON.stringify(value);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
};

/** Two texts from a little before the first unit in which they differ. */
function aroundFirst(before: string, after: string): [string, string] {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const from = Math.max(0, at - 20);
  return [before.slice(from, from + SHOWN), after.slice(from, from + SHOWN)];
}

/** All differing leaves of two values, in the order of the first. Arrays are compared place by place. */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (Object.is(before, after)) return [];
  if (typeof before === 'string' && typeof after === 'string') {
    const [was, is] = aroundFirst(before, after);
    return [{ path, before: JSON.stringify(was), after: JSON.stringify(is) }];
  }
  const bothObjects = before !== null && after !== null && typeof before === 'object' && typeof after === 'object';
  if (!bothObjects || Array.isArray(before) !== Array.isArray(after)) return [{ path, before: shown(before), after: shown(after) }];
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => differences(before[index], after[index], `${path}[${index}]`)).flat();
  }
  const left = before as Record<string, unknown>;
  const right = after as Record<string, unknown>;
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return keys.flatMap((key) => differences(left[key], right[key], path === '' ? key : `${path}.${key}`));
}
