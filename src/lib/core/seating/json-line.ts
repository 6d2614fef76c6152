/** Owns: the line on which a text stops being JSON. Browsers word and place this differently, or not at all. */

const DEEPEST = 200;
const WHITE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SIMPLE = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Broken extends Error {
	constructor(readonly at: number) {
		super('broken');
	}
}

/** @returns the line, from 1, of the first character that cannot stand there; null when the text is JSON */
export function brokenLine(text: string): number | null {
	let at = 0;
	const take = (pattern: RegExp): boolean => {
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		if (found) at += found[0].length;
		return found !== null;
	};
	const skip = (): void => void take(WHITE);
	const need = (sign: string): void => {
		skip();
		if (text[at] !== sign) throw new Broken(at);
		at++;
	};
	const list = (close: string, one: () => void): void => {
		at++;
		skip();
		if (text[at] !== close) {
			do {
				one();
				skip();
			} while (text[at] === ',' && ++at);
		}
		need(close);
	};
	const value = (depth: number): void => {
		skip();
		if (depth > DEEPEST) throw new Broken(at);
		if (text[at] === '[') return list(']', () => value(depth + 1));
		if (text[at] === '{')
			return list('}', () => {
				skip();
				if (!take(STRING)) throw new Broken(at);
				need(':');
				value(depth + 1);
			});
		if (!take(STRING) && !take(SIMPLE)) throw new Broken(at);
	};
	try {
		value(0);
		skip();
		if (at < text.length) throw new Broken(at);
		return null;
	} catch (error) {
		if (!(error instanceof Broken)) throw error;
		return text.slice(0, error.at).split(/\r\n|\r|\n/).length;
	}
}
