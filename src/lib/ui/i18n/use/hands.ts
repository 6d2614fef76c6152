/** Brings the sentences of `vi/hands.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { hands } from '../vi/hands';

addWords(hands);
