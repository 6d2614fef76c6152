/** Brings the sentences of `vi/connect.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { connect } from '../vi/connect';

addWords(connect);
