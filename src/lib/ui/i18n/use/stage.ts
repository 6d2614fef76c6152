/** Brings the sentences of `vi/stage.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { stage } from '../vi/stage';

addWords(stage);
