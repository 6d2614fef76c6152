/** Brings the sentences of `vi/kinds.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { kinds } from '../vi/kinds';

addWords(kinds);
