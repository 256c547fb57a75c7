/** The progress goes on without a reload. */
export const csr = true;
