/** Brings the sentences of `vi/refusals.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { refusals } from '../vi/refusals';

addWords(refusals);
