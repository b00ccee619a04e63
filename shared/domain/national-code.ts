import { textField } from './person.ts';

/** A case code of the national system as it is stored and compared: capital letters, no spaces; '' when there is none. */
export const nationalCodeSchema = textField(60).transform((text) => text.replaceAll(' ', '').toUpperCase());
