/** Brings the sentences of `vi/hall.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { hall } from '../vi/hall';

addWords(hall);
