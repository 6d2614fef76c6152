import { error, type RequestHandler } from '@sveltejs/kit';
import { localeIn, manifestResponse, screenManifest } from '../../../../manifest';

type Params = { conference: string; screen: string };

export const GET: RequestHandler<Params> = ({ params, url }) => {
	const manifest = screenManifest(params.conference, params.screen, localeIn(url));
	if (!manifest) error(404);
	return manifestResponse(manifest);
};
