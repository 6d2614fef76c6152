/** Brings the sentences of `vi/work.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { work } from '../vi/work';

addWords(work);
