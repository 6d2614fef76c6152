/** Brings the sentences of `vi/awards.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { awards } from '../vi/awards';

addWords(awards);
