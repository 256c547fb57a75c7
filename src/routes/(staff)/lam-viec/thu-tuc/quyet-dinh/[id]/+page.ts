/** Read, and plain buttons. */
export const csr = false;
