/** Owns: the examples of the routes that take files in. */
import type { Medium } from '../../core/media/model';

const UPLOAD = 'uP8lOaD2oFfI4lM0';
const medium: Medium = {
	hash: 'a3'.repeat(32),
	size: 181_403_648,
	type: 'video/mp4',
	ms: 312_000
};
const ok = { ok: true };

export const mediaExamples = {
	'post /conferences/{conference}/media': {
		request: { name: 'Phóng sự điển hình tiên tiến.mp4', size: medium.size, ms: medium.ms },
		response: { upload: UPLOAD, offset: 0 }
	},
	'get /conferences/{conference}/media/uploads/{upload}': {
		response: { offset: 8_388_608, medium: null }
	},
	'post /conferences/{conference}/media/uploads/{upload}': {
		response: { offset: medium.size, medium }
	},
	'delete /conferences/{conference}/media/uploads/{upload}': { response: ok },
	'delete /conferences/{conference}/media/{hash}': { response: ok }
};
