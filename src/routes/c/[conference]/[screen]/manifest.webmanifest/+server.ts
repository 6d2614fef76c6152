import { error } from '@sveltejs/kit';
import { localeIn, manifestResponse, screenManifest } from '../../../../manifest';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url }) => {
	const manifest = screenManifest(params.conference, params.screen, localeIn(url));
	if (!manifest) error(404);
	return manifestResponse(manifest);
};
