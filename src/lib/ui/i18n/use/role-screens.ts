/** Brings the sentences of `vi/role-screens.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { roleScreens } from '../vi/role-screens';

addWords(roleScreens);
