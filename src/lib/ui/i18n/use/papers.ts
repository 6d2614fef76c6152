/** Brings the sentences of `vi/papers.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { papers } from '../vi/papers';

addWords(papers);
