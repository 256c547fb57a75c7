import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

// Asking for the types of a component builds the whole program anew, 300 times. Only components that could lose a promise
// are asked (`LINT=all`: every one, which also finds props nobody uses).
const untyped = readdirSync(path.join(import.meta.dirname, 'src'), { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.svelte'))
	.map((file) => path.join('src', file))
	.filter(
		(file) =>
			process.env.LINT !== 'all' &&
			!/\b(?:async|await|Promise|fetch|then|enhance|onMount|\$effect)\b/.test(
				readFileSync(path.join(import.meta.dirname, file), 'utf8')
			)
	)
	// Brackets of parameters are brackets of a pattern otherwise.
	.map((file) => file.replaceAll(path.sep, '/').replace(/[[\](){}!*?+@]/g, '\\$&'));

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', '.cache/', 'data/', 'static/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: {
			globals: { ...globals.node, ...globals.browser },
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte'],
				parser: ts.parser
			}
		},
		rules: {
			// A forgotten await loses an error, or work that was still to be done when the transaction ended.
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'no-empty': ['error', { allowEmptyCatch: false }],
			eqeqeq: 'error'
		}
	},
	{
		files: ['**/*.svelte'],
		rules: {
			// Our addresses are plain paths at the root of the site.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		// Plain JavaScript runs before anything is installed or checked; it has no types to look at.
		files: ['**/*.js'],
		...ts.configs.disableTypeChecked
	},
	...(untyped.length === 0
		? []
		: [
				{
					files: untyped,
					rules: ts.configs.disableTypeChecked.rules,
					languageOptions: { parserOptions: { projectService: false, program: null } }
				}
			])
);
