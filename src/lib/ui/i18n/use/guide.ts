/** Brings the sentences of `vi/guide.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { guide } from '../vi/guide';

addWords(guide);
