/** Read, and small plain forms. */
export const csr = false;
