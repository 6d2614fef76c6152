/** Owns: the words in which a screen says how fresh it is. */
import { formatTime, t } from './i18n/i18n';

export interface Freshness {
	state: 'live' | 'stale' | 'offline';
	/** Instant (ms) of the last news from the server; null when none came yet. */
	since: number | null;
	/** Facts on this device that wait to be sent. */
	queued?: number;
	/** What a person should look at: facts the server would not take, people admitted twice. */
	toReview?: number;
	/** At the door people go on working without a network; in the hall they look at what is kept. */
	place?: 'door' | 'hall';
}

/** One line: "Trực tuyến", "Mất kết nối từ 7:41 – vẫn đón bình thường, 12 lượt chờ gửi", … */
export function freshnessText({ state, since, queued = 0, place = 'hall' }: Freshness): string {
	const time = since === null ? null : formatTime(since);
	switch (state) {
		case 'live':
			return queued > 0 ? t('fresh.sending', { queued }) : t('fresh.live');
		case 'stale':
			return withQueue(time === null ? t('fresh.staleUnknown') : t('fresh.stale', { time }), queued);
		case 'offline':
			return place === 'door' ? doorText(time, queued) : withQueue(hallText(time), queued);
		default:
			return state satisfies never;
	}
}

function doorText(time: string | null, queued: number): string {
	if (time === null)
		return queued > 0 ? t('fresh.offlineDoorUnknown', { queued }) : t('fresh.offlineDoorNothing');
	return queued > 0 ? t('fresh.offlineDoor', { time, queued }) : t('fresh.offlineDoorNone', { time });
}

function hallText(time: string | null): string {
	return time === null ? t('fresh.offlineUnknown') : t('fresh.offline', { time });
}

function withQueue(text: string, queued: number): string {
	return queued > 0 ? `${text} · ${t('fresh.queued', { queued })}` : text;
}
