/** Packages that bring no types. */
declare module '@echogarden/espeak-ng-emscripten' {
	const load: () => Promise<{ eSpeakNGWorker: new () => unknown }>;
	export default load;
}
declare module 'sherpa-onnx-node' {
	const sherpa: unknown;
	export default sherpa;
}
