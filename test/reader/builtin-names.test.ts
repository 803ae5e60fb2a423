import { nameTaggerConformance } from '../conformance/name-tagger.ts';

nameTaggerConformance('built-in', () => ({}));
