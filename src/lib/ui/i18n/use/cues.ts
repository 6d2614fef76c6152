/** Brings the sentences of `vi/cues.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { cues } from '../vi/cues';

addWords(cues);
