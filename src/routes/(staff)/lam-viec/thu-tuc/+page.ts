/** A list, a form that asks: nothing here needs a script. */
export const csr = false;
