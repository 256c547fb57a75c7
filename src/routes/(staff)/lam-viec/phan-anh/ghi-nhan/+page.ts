/** Lists and forms that ask: nothing here needs a script, and nothing typed is overwritten by one. */
export const csr = false;
