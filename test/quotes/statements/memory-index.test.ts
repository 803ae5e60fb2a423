import { MemoryStatements } from '../../../src/quotes/statements/memory-index.ts';
import { statementIndexConformance } from '../../conformance/statement-index.ts';

statementIndexConformance('memory', () => Promise.resolve(new MemoryStatements()));
