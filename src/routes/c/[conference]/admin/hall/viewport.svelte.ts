/** Owns: which part of the hall the drawing shows, and how large: pixels, centimetres and the way between them. */

type Bounds = { left: number; top: number; right: number; bottom: number };
const CLOSEST = 3;

export class Viewport {
	/** Of the drawing on screen, px. */
	width = $state(0);
	height = $state(0);
	/** Far left corner, cm. */
	x = $state(0);
	y = $state(0);
	/** px a cm. */
	scale = $state(0.3);
	/** The whole hall is shown until a person looks closer. */
	fitted = $state(true);
	#least = 0.02;

	get viewBox(): string {
		const scale = this.scale || 1;
		return `${this.x} ${this.y} ${this.width / scale} ${this.height / scale}`;
	}

	fit({ left, top, right, bottom }: Bounds): void {
		if (!this.width || !this.height) return;
		const scale = Math.min(this.width / (right - left), this.height / (bottom - top));
		this.#least = scale / 2;
		this.scale = scale;
		this.x = (left + right) / 2 - this.width / scale / 2;
		this.y = (top + bottom) / 2 - this.height / scale / 2;
		this.fitted = true;
	}

	/** @param px, py the point that stays where it is, px from the drawing's corner; its middle when left out */
	zoom(factor: number, px = this.width / 2, py = this.height / 2): void {
		const next = Math.min(CLOSEST, Math.max(this.#least, this.scale * factor));
		this.x += px / this.scale - px / next;
		this.y += py / this.scale - py / next;
		this.scale = next;
		this.fitted = false;
	}

	/** px */
	pan(dx: number, dy: number): void {
		this.x -= dx / this.scale;
		this.y -= dy / this.scale;
		this.fitted = false;
	}

	/** px from the drawing's corner → cm in the hall */
	toHall = (px: number, py: number): { x: number; y: number } => ({
		x: this.x + px / this.scale,
		y: this.y + py / this.scale
	});
}
