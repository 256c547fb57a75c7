/** Simple forms: sent whole, answered whole. */
export const csr = false;
