/** A list with links: it works as it is. */
export const csr = false;
