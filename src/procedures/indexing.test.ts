import { describe, expect, it } from 'vitest';
import { entryOf } from './indexing.ts';
import type { VersionOfCode } from './reading.server.ts';
import { procedureText } from './testing.ts';

const version = (
	given: Parameters<typeof procedureText>[0],
	days: Partial<VersionOfCode> = {}
): VersionOfCode =>
	({
		...procedureText(given),
		effectiveFrom: '2026-07-01',
		effectiveTo: null,
		recordedAt: new Date('2026-06-15T09:00:00+07:00'),
		...days
	}) as VersionOfCode;

describe('what the index is told of a procedure', () => {
	it('finds it by code, name, the name without its first word, and the words of the ward', () => {
		const entry = entryOf(
			version({
				code: '1.000894',
				name: 'Thủ tục đăng ký kết hôn',
				content: { keywords: ['cưới', 'giấy kết hôn'] }
			})
		);
		expect(entry).toMatchObject({
			kind: 'procedure',
			key: '1.000894',
			url: '/thu-tuc/1.000894',
			title: 'Thủ tục đăng ký kết hôn',
			codes: ['1.000894'],
			aliases: ['cưới', 'giấy kết hôn', 'đăng ký kết hôn'],
			facets: { field: 'Hộ tịch', applicants: ['Công dân Việt Nam'], online: 'full' }
		});
		expect(entry.body).toContain('Tờ khai');
		expect(entry.body).toContain('Giấy xác nhận');
		expect(entry.body).toContain('Nộp hồ sơ tại quầy.');
		expect(entryOf(version({ name: 'Đăng ký kết hôn' })).aliases).toEqual([]);
	});

	it('shows each version from midnight of its first day in Việt Nam until midnight of the day it is over', () => {
		expect(entryOf(version({}, { effectiveTo: '2027-01-01' }))).toMatchObject({
			shownFrom: new Date('2026-06-30T17:00:00Z'),
			shownTo: new Date('2026-12-31T17:00:00Z')
		});
		expect(entryOf(version({})).shownTo).toBeNull();
	});

	it('says nothing the source did not say, and no more than a page', () => {
		const bare = entryOf(version({ field: '', applicants: [], onlineLevel: null }));
		expect(bare.facets).toEqual({});
		const long = entryOf(version({ content: { conditions: 'điều kiện '.repeat(2000) } }));
		expect(long.body.length).toBe(4000);
	});
});
