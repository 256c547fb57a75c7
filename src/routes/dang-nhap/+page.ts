/** Plain HTML: signing in must work on any machine of the ward. */
export const csr = false;
