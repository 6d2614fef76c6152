/** Brings the sentences of `vi/mc.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { mc } from '../vi/mc';

addWords(mc);
