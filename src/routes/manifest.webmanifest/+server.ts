import type { RequestHandler } from '@sveltejs/kit';
import { frontManifest, localeIn, manifestResponse } from '../manifest';

export const GET: RequestHandler = ({ url }) => manifestResponse(frontManifest(localeIn(url)));
