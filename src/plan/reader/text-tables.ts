import type { Piece } from './piece.ts';
export function rebuildTables(pieces: Piece[]): Piece[] {
	return pieces;
}
