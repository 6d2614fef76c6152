/** Brings the sentences of `vi/organise.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { organise } from '../vi/organise';

addWords(organise);
