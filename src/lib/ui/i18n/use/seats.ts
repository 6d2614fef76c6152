/** Brings the sentences of `vi/seats.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { seats } from '../vi/seats';

addWords(seats);
