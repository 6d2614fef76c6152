/** Brings the sentences of `vi/arrivals.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { arrivals } from '../vi/arrivals';

addWords(arrivals);
