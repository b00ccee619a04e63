/** Lists of cases handled together, and print jobs of a list. A released migration never changes. */
export const sql = `
`;
