/** Brings the sentences of `vi/finder.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { finder } from '../vi/finder';

addWords(finder);
