/** Register books by year and volume. A released migration never changes. */
export const sql = `
`;
