import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		tailwindcss(),
		sveltekit({
			adapter: adapter({ out: 'build', precompress: false, envPrefix: 'MINHBACH_HTTP_' }),
			// Only the console registers it, for its own address.
			serviceWorker: { register: false },
			csrf: { trustedOrigins: [] },
			// Nothing runs that we did not send: no inline script but our own (each page names its hashes or nonce), no
			// outside host. Styles in attributes stay allowed: widths of bars are written there.
			csp: {
				mode: 'auto',
				directives: {
					'default-src': ['self'],
					'script-src': ['self'],
					'connect-src': ['self'],
					'style-src': ['self', 'unsafe-inline'],
					'img-src': ['self', 'data:', 'blob:'],
					'media-src': ['self', 'blob:'],
					'font-src': ['self', 'data:'],
					'object-src': ['none'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['self']
				}
			}
		})
	],
	test: {
		include: ['src/**/*.test.ts'],
		globalSetup: ['src/platform/testing/global-setup.ts'],
		// Two cores: more workers than that only make the database wait.
		maxWorkers: 2,
		testTimeout: 30_000,
		hookTimeout: 60_000
	}
});
