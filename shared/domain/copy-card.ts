import { z } from 'zod';
import type { CaseState } from './case-flow.ts';

/**
 * What is typed again into the national system, field by field. The order is the ward's: it follows the form that it
 * fills in, and that form changes.
 */
export const copyFields = [
  'procedureCode',
  'procedureName',
  'applicantName',
  'idNumber',
  'birthOn',
  'sex',
  'phone',
  'email',
  'address',
  'submitterName',
  'submitterIdNumber',
  'submitterPhone',
  'summary',
  'sets',
  'receivedAt',
  'dueAt',
  'caseCode',
] as const;
export type CopyField = (typeof copyFields)[number];

/** Each field once, in the order in which it is copied. */
export const copyCardSchema = z
  .array(z.enum(copyFields))
  .min(1)
  .refine((fields) => new Set(fields).size === fields.length);

export const defaultCopyCard: CopyField[] = [...copyFields];

/** What goes onto the clipboard: days dd/MM/yyyy, numbers as digits; '' where the case says nothing. */
export function copyText(field: CopyField, state: CaseState): string {
  const { applicant, submitter, procedure } = state;
  switch (field) {
    case 'procedureCode':
      return procedure.code;
    case 'procedureName':
      return procedure.name;
    case 'applicantName':
      return applicant.name;
    case 'idNumber':
      return applicant.idNumber ?? '';
    case 'birthOn':
      return applicant.birthOn === null ? '' : slashed(applicant.birthOn);
    case 'sex':
      return applicant.sex === null ? '' : { male: 'Nam', female: 'Nữ' }[applicant.sex];
    case 'phone':
      return applicant.phone ?? '';
    case 'email':
      return applicant.email ?? '';
    case 'address':
      return applicant.address;
    case 'submitterName':
      return submitter?.name ?? '';
    case 'submitterIdNumber':
      return submitter?.idNumber ?? '';
    case 'submitterPhone':
      return submitter?.phone ?? '';
    case 'summary':
      return state.summary;
    case 'sets':
      return String(state.sets);
    case 'receivedAt':
      return slashed(state.receivedAt);
    case 'dueAt':
      return state.dueAt === null ? '' : slashed(state.dueAt);
    case 'caseCode':
      return state.caseCode;
  }
}

function slashed(at: string): string {
  return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`;
}
