/** Brings the sentences of `vi/admin.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { admin } from '../vi/admin';

addWords(admin);
