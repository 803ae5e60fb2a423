import type { NameContextWords } from '../name-context-words.ts';

export const nameContexts: NameContextWords = {
  reserveTeamStems: 'féminin',
};
