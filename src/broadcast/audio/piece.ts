/** Bounds of what is sent in pieces, for both sides. */
export const MOST_BYTES = 2000 * 1_048_576;
export const MOST_PIECE_BYTES = 4 * 1_048_576;
