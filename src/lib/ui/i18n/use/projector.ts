/** Brings the sentences of `vi/projector.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { projector } from '../vi/projector';

addWords(projector);
