declare global {
	namespace App {
		interface Error {
			/** The story at this address was taken off the portal; its notice stays. */
			withdrawn?: { notice: string; on: string };
		}
	}
}
export {};
