/**
 * The life of a case. A case is the fold of its events; its row in the register holds what lists ask of the fold.
 * Screen and command ask the one `refusalOf`: to enable a button, and to refuse.
 */
export * from './acts/index.ts';
export * from './case-events.ts';
export * from './case-fold.ts';
export * from './case-state.ts';
export * from './case-status.ts';
