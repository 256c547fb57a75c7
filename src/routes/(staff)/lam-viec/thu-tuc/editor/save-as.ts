/** As what a text is saved: new in law from a day on, or a slip of ours put right. */
export type SaveAs = { how: 'new' | 'correction'; effectiveFrom: string; reason: string };
