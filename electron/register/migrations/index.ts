import { sql as register } from './0001-register.ts';

/** In order; `user_version` n means the first n have run. */
export const migrations: readonly { version: number; sql: string }[] = [{ version: 1, sql: register }];
