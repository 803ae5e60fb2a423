/**
 * Programmes and vehicles that the news names all the time and that no tagger tells from a body or a place: they are found word for word. Names of one
 * word, and names that are everyday phrases ("This Week", "Today"), are left out.
 */
import type { Entity } from '../article.ts';

const PROGRAMMES = [
  'Face the Nation',
  'Meet the Press',
  'Good Morning America',
  'Good Morning Britain',
  'Fox & Friends',
  'Morning Joe',
  'Squawk Box',
  'Saturday Night Live',
  'The Daily Show',
  'The Late Show',
  'The Tonight Show',
  'The Rachel Maddow Show',
  'The Ingraham Angle',
  'State of the Union with Jake Tapper',
  'Fox News Sunday',
  'PBS NewsHour',
  '60 Minutes',
  'NBC Nightly News',
  'CBS Evening News',
  'ABC World News Tonight',
  'CBS This Morning',
  'Newsnight',
  'Question Time',
  'The Andrew Marr Show',
  'Sunday with Laura Kuenssberg',
  'Woman’s Hour',
  "Woman's Hour",
  'All Things Considered',
  'Morning Edition',
  'Real Time with Bill Maher',
  'The Joe Rogan Experience',
];
const VEHICLES = ['Air Force One', 'Air Force Two', 'Marine One', 'Marine Two'];

/** Name as written to what it is reported as. */
export const WORKS: ReadonlyMap<string, Entity['kind']> = new Map([
  ...PROGRAMMES.map((name) => [name, 'work'] as const),
  ...VEHICLES.map((name) => [name, 'product'] as const),
]);
