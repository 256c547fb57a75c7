/** A form that asks: what is typed and ticked is not overwritten by a script. */
export const csr = false;
