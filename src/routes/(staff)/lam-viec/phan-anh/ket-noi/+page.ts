/** Plain forms: they need no script, and none can overwrite what somebody typed while it was still loading. */
export const csr = false;
