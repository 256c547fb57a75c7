// Two short forms; what was typed before a script arrives must stay.
export const csr = false;
