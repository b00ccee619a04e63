/** People known again: merges and households. A released migration never changes. */
export const sql = `
`;
