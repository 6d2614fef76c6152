/** Brings the sentences of `vi/reception.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { reception } from '../vi/reception';

addWords(reception);
