/** A microphone needs a script; without one the page takes a file. */
export const csr = true;
