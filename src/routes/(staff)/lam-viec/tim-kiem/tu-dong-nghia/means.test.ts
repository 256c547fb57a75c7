import { expect, it } from 'vitest';
import { meansIn } from './means.ts';

it('takes one meaning a line, or between semicolons, without empty ones', () => {
	expect(meansIn('xác nhận  tình trạng hôn nhân\r\n\n ; giấy độc thân;')).toEqual([
		'xác nhận tình trạng hôn nhân',
		'giấy độc thân'
	]);
	expect(meansIn(' \n;')).toEqual([]);
});
