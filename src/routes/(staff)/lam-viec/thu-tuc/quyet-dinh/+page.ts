/** A list to read. */
export const csr = false;
