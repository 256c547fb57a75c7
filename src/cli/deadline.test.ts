import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function run(args: string[], input = ''): { status: number | null; out: string; err: string } {
	// No setting of a database: the command must not want one.
	const done = spawnSync(process.execPath, ['src/cli.ts', 'deadline', ...args], { input, encoding: 'utf8' });
	return { status: done.status, out: done.stdout, err: done.stderr };
}

describe('deadline', () => {
	it('says the day and what was skipped, for people and as JSON', () => {
		const words = run(['2026-04-24', '2,5']);
		expect(words.status).toBe(0);
		expect(words.out).toContain('2026-05-04  Thứ Hai, 04/05/2026, hết buổi sáng');
		expect(words.out).toContain('không tính 27/04/2026: Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)');
		expect(JSON.parse(run(['2026-06-15T23:00:00Z', '4', '--json']).out)).toEqual({
			date: '2026-06-22',
			skipped: [
				{ date: '2026-06-20', why: 'Thứ Bảy' },
				{ date: '2026-06-21', why: 'Chủ Nhật' }
			]
		});
	});

	it('answers line by line, in order, and goes on after a bad one', () => {
		const lines = [
			['2026-06-15', 1],
			'2026-06-15 1',
			['2026-06-15T16:00', '1', '--cutoff', '15:00'],
			['2026-13-01', 1],
			['2026-06-15', 0.3],
			['2026-06-15'],
			[],
			['2026-12-31', 1]
		];
		const { status, out } = run(
			['--lines'],
			[...lines.map((line) => JSON.stringify(line)), 'no json', ''].join('\n')
		);
		expect(status).toBe(0);
		const said = out
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as Record<string, unknown>);
		expect(said.map(({ date, error }) => date ?? typeof error)).toEqual([
			'2026-06-16',
			'2026-06-16',
			'2026-06-17',
			'string',
			'string',
			'string',
			'string',
			'2027-01-04',
			'string'
		]);
		expect(said[0]).toEqual({ date: '2026-06-16', skipped: [] });
		expect(said[2]).toMatchObject({ countedFrom: { date: '2026-06-16' } });
		expect(said[7]).toMatchObject({ tentative: true });
	});

	it('tells wrong usage (2) from a value it cannot take (1)', () => {
		for (const args of [[], ['2026-06-15'], ['2026-06-15', '5', '7'], ['2026-06-15', '5', '--lich']])
			expect([args, run(args).status]).toEqual([args, 2]);
		for (const args of [
			['2026-02-30', '5'],
			['15/06/2026', '5'],
			['2026-06-15', 'năm'],
			['2026-06-15', '999999'],
			['2026-06-15', '5', '--cutoff', '15:00'],
			['2026-06-15T10:00', '5', '--cutoff', '25:00']
		]) {
			const { status, out, err } = run(args);
			expect([args, status, out]).toEqual([args, 1, '']);
			expect(err.trim().split('\n').length).toBe(1);
		}
	});
});
