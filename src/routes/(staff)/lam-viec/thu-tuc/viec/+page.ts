/** A board of plain forms. */
export const csr = false;
