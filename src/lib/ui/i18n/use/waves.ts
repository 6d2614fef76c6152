/** Brings the sentences of `vi/waves.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { waves } from '../vi/waves';

addWords(waves);
