/** Forms of an office: they work as they are, also before any script would have come. */
export const csr = false;
