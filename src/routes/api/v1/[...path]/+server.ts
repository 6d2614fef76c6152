import type { RequestHandler } from './$types';

/** Every method and path under /api/v1 goes to the API router; what it does not know it answers itself. */
export const fallback: RequestHandler = ({ request, locals }) => locals.api(request);
