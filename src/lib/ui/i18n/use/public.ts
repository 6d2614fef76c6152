/** Brings the sentences of `vi/public.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { publicArea } from '../vi/public';

addWords(publicArea);
