/** Two plain steps; what is typed lives in the form. */
export const csr = false;
