/** Brings the sentences of `vi/devices.ts` to whoever imports this. */
import { addWords } from '../i18n';
import { devices } from '../vi/devices';

addWords(devices);
