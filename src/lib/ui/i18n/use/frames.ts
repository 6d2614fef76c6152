/** Brings the sentences of `vi/frames.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { frames } from '../vi/frames';

addWords(frames);
