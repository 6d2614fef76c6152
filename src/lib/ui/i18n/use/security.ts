/** Brings the sentences of `vi/security.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { security } from '../vi/security';

addWords(security);
