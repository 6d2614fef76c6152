/** Brings the sentences of `vi/cue-desk.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { cueDesk } from '../vi/cue-desk';

addWords(cueDesk);
