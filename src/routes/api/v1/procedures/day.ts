/** `on`: the day asked about, as any address of procedures takes it. */
import { isDay, type Day } from '#platform/clock.ts';
import { Refusal } from '#platform/refusal.ts';

export function dayAsked(parameters: URLSearchParams, today: Day): Day {
	const given = parameters.get('on');
	if (given === null || given === '') return today;
	if (!isDay(given) || given < '1900-01-01' || given > '2199-12-31') {
		throw new Refusal({
			code: 'api.parameter',
			status: 400,
			field: 'on',
			message: 'Tham số “on” phải là một ngày có thật theo dạng 2026-06-15.'
		});
	}
	return given;
}
