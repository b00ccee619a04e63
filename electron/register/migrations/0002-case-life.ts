/** What the whole life of a case adds to its row. A released migration never changes. */
export const sql = `
`;
