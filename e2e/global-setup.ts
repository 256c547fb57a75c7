/** One program on fresh data for all journeys of a run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { password, startProgram } from './program.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		address: string;
		password: string;
		dataDir: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	// A space in the path is part of the promise.
	const dataDir = mkdtempSync(path.join(tmpdir(), 'minh bach e2e '));
	const program = await startProgram(dataDir);
	project.provide('address', program.address);
	project.provide('password', password);
	project.provide('dataDir', dataDir);
	return async () => {
		await program.stop();
		rmSync(dataDir, { recursive: true, force: true });
	};
}
