/** A program of its own in the browser of the station's PC: it is there without the server too. */
export const ssr = false;
export const csr = true;
export const prerender = false;
