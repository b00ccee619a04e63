/** What an import remembers. A released migration never changes. */
export const sql = `
`;
