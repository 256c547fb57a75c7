import type { Measured } from '../bench.ts';
import { inNewFolder, startProgram, timed } from './measure.ts';

/** A story's page, made anew for every request, beside the plainest page the same server makes. */
export function run(): Promise<Measured[]> {
	return inNewFolder(async (dataDir) => {
		const { address, stop } = await startProgram(dataDir);
		try {
			const list = await (await fetch(`${address}/tin-tuc`)).text();
			const paths = [
				...new Set([...list.matchAll(/href="(\/tin-tuc\/[a-z0-9-]+)"/g)].map((match) => match[1]!))
			];
			if (paths.length === 0) throw new Error('the sample ward shows no story');
			let next = 0;
			const get = async (path: string) => {
				const response = await fetch(`${address}${path}`);
				if (!response.ok) throw new Error(`${path} answered ${response.status}`);
				return response.text();
			};
			return [
				{
					figure: 'story page, uncached',
					milliseconds: await timed(200, () => get(paths[next++ % paths.length]!), 30),
					reference: 'robots.txt of the same server',
					referenceMilliseconds: await timed(200, () => get('/robots.txt'), 30),
					bound: 'under 15 ms'
				}
			];
		} finally {
			await stop();
		}
	});
}
