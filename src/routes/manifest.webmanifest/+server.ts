import { frontManifest, localeIn, manifestResponse } from '../manifest';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) => manifestResponse(frontManifest(localeIn(url)));
