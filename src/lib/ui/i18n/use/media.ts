/** Brings the sentences of `vi/media.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { media } from '../vi/media';

addWords(media);
