import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#platform/refusal.ts';
import { fixtureBytes, fixtureText } from './fixtures/fixture.ts';
import { readPlanDocument, readPlanText } from './read.ts';
import type { PlanDocument } from '../plan-document.ts';

const names = ['suoi-ngoc.txt', 'dong-tam.txt', 'ben-da.txt', 'truc-lam.txt', 'nui-voi.txt'];
const texts = names.map(fixtureText);

/** Facts that must never be made up: every word of a task, unit, area or name stands in the text. */
function expectNothingInvented(document: PlanDocument, text: string): void {
	const words = new Set(
		text
			.normalize('NFC')
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu)
	);
	const said = [
		...document.annexTasks.flatMap((task) => [task.task, task.lead ?? '', task.deadline ?? '']),
		...document.units.map((unit) => unit.name),
		...document.contentAreas.map((area) => area.text),
		...document.recipients,
		document.signer ?? '',
		document.issuer ?? ''
	].join(' ');
	expect((said.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !words.has(word))).toEqual([]);
}

describe('whatever the text is', () => {
	it('never fails on any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => void readPlanText(text)),
			{ numRuns: 150 }
		);
	});

	it('never fails on lines made of the signs of plans', () => {
		const sign = fc.constantFrom(
			'I. ',
			'1. ',
			'a) ',
			'- ',
			'+ ',
			'| ',
			'TT',
			' Chủ trì',
			' Phối hợp',
			'Nhiệm vụ',
			'Thời gian',
			'\n',
			'\f',
			'   ',
			'KẾ HOẠCH',
			'Nơi nhận:',
			'TM. ',
			'Phụ lục',
			'Căn cứ ',
			'Số: 1/KH-UBND',
			';',
			':',
			'Văn phòng',
			'(1)'
		);
		fc.assert(
			fc.property(fc.array(sign, { maxLength: 120 }), (signs) => void readPlanText(signs.join(''))),
			{ numRuns: 200 }
		);
	});

	it('reads or refuses any bytes', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ maxLength: 600 }),
				fc.constantFrom('', '%PDF-', 'PK\u0003\u0004'),
				async (bytes, head) => {
					const error: unknown = await readPlanDocument(
						new Uint8Array([...new TextEncoder().encode(head), ...bytes]),
						'x'
					).catch((reason: unknown) => reason);
					if (error instanceof Error) expect(error).toBeInstanceOf(Refusal);
				}
			),
			{ numRuns: 60 }
		);
	});

	it('reads or refuses Word files that were cut or changed', async () => {
		const whole = fixtureBytes('hoa-sen.docx');
		await fc.assert(
			fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, code, cut) => {
				const bytes = cut ? whole.slice(0, at) : whole.slice();
				if (!cut) bytes[at] = code;
				const error: unknown = await readPlanDocument(bytes, 'x').catch((reason: unknown) => reason);
				if (error instanceof Error) expect(error).toBeInstanceOf(Refusal);
			}),
			{ numRuns: 40 }
		);
	});
});

describe('plans that were damaged', () => {
	it('never invents anything when lines are lost, cut off or out of order', () => {
		fc.assert(
			fc.property(fc.constantFrom(...texts), fc.infiniteStream(fc.nat(1000)), (text, stream) => {
				const lines = text.split('\n').map((line) => ({ line, key: stream.next().value as number }));
				const shuffled = lines
					.map(({ line, key }, at) => ({ line, place: at + (key % 7) - 3, key }))
					.filter(({ key }) => key > 40)
					.sort((one, other) => one.place - other.place);
				const damaged = shuffled.map(({ line }) => line).join('\n');
				expectNothingInvented(readPlanText(damaged), damaged);
			}),
			{ numRuns: 60 }
		);
	});

	it('reads composed and decomposed letters alike', () => {
		for (const text of texts)
			expect(readPlanText(text.normalize('NFD'))).toEqual(readPlanText(text.normalize('NFC')));
	});
});

describe('the width of the lines', () => {
	const paragraphs = fixtureText('nui-voi.txt').split('\n');
	const headings = (text: string): string[] =>
		readPlanText(text).outline.map((item) => `${item.depth} ${item.marker} ${item.title}`);

	it.each([50, 60, 72, 90, 120])('does not change the headings at %i letters', (width) => {
		const wrapped = paragraphs.flatMap((line) => wrap(line, width)).join('\n');
		expect(headings(wrapped)).toEqual(headings(paragraphs.join('\n')));
	});
});

function wrap(text: string, width: number): string[] {
	const lines = [''];
	for (const word of text.split(' ')) {
		const last = lines.at(-1)!;
		if (last && last.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = last ? `${last} ${word}` : word;
	}
	return lines;
}
