import { describe, expect, it } from 'vitest';
import { Refusal } from '#platform/refusal.ts';
import { carriesPersonalData, followUpShape } from './rating.ts';
import { countRating, perHour } from './rating-brake.server.ts';
import { isLookedAt } from './visit.ts';

it('warns of what tells who wrote it, and not of codes, dates and money', () => {
	for (const comment of ['gọi tôi 0912 345 678', 'CCCD 031086001234', 'thư ai.do@vi-du.vn', '+84912345678']) {
		expect(carriesPersonalData(comment), comment).toBe(true);
	}
	for (const comment of [
		'Thủ tục 1.000894 khó hiểu',
		'Ngày 12/11/2026 nộp',
		'mất 1.000.000 đồng',
		'Nghị định 123/2015/NĐ-CP'
	])
		expect(carriesPersonalData(comment), comment).toBe(false);
});

it('drops unknown parts and cleans the comment', () => {
	expect(
		followUpShape.parse({ unclear: ['fee', 'fee', 'toString', 'x'], comment: ' Tiền\u0000 nong ' })
	).toEqual({
		unclear: ['fee'],
		comment: 'Tiền nong'
	});
});

it('asks politely to come back later after many ratings from one connection, and forgets after an hour', () => {
	const at = (minutes: number) => new Date(Date.parse('2026-06-15T09:00:00+07:00') + minutes * 60_000);
	for (let n = 0; n < perHour; n++) countRating('203.0.113.9', at(0));
	expect(() => countRating('203.0.113.9', at(59))).toThrow(Refusal);
	expect(() => countRating('203.0.113.10', at(59))).not.toThrow();
	expect(() => countRating('203.0.113.9', at(61))).not.toThrow();
});

describe('a look', () => {
	const phone = 'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36';
	const ask = (headers: Record<string, string>, method = 'GET') =>
		isLookedAt(new Request('https://phuong.example/thu-tuc', { method, headers }));

	it('is a person opening the page', () => {
		expect(ask({ 'user-agent': phone })).toBe(true);
	});

	it('is no bot, no loading ahead, no check, nobody without a name', () => {
		expect(ask({ 'user-agent': phone }, 'HEAD')).toBe(false);
		expect(ask({ 'user-agent': phone, 'sec-purpose': 'prefetch;prerender' })).toBe(false);
		expect(ask({ 'user-agent': phone, purpose: 'prefetch' })).toBe(false);
		for (const agent of ['Googlebot/2.1', 'curl/8.0', 'facebookexternalhit/1.1', 'python-requests/2']) {
			expect(ask({ 'user-agent': agent }), agent).toBe(false);
		}
		expect(ask({ 'user-agent': '' })).toBe(false);
	});
});
