/** A field of a plain row (team, visit, class…) as its form asks it. */
export interface ThingField {
  name: string;
  label: string;
  kind: 'text' | 'optional' | 'day' | 'count' | 'choice' | 'team' | 'area' | 'tick';
  options?: Readonly<Record<string, string>>;
  hint?: string;
}

export type ThingValues = Record<string, string>;

/** What the form begins with: a stored row, or an empty one of today. */
export function valuesOf(fields: readonly ThingField[], row: object | null, today: string): ThingValues {
  const first = (field: ThingField) => {
    if (row !== null) return textOf(Object.entries(row).find(([name]) => name === field.name)?.[1]);
    if (field.kind === 'day') return field.hint === undefined ? today : '';
    return field.kind === 'choice' ? (Object.keys(field.options ?? {})[0] ?? '') : '';
  };
  return Object.fromEntries(fields.map((field) => [field.name, first(field)]));
}

function textOf(value: unknown): string {
  if (value === true) return 'yes';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The typed values as the counter takes them; what was left empty is null where nothing may stand. */
export function rowOf(fields: readonly ThingField[], values: ThingValues): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.name, fieldValue(field, values[field.name] ?? '')]));
}

function fieldValue({ kind }: ThingField, text: string): unknown {
  const typed = text.trim();
  switch (kind) {
    case 'tick':
      return typed !== '';
    case 'count':
      return typed === '' ? null : Number(typed);
    case 'optional':
    case 'day':
    case 'team':
      return typed === '' ? null : typed;
    default:
      return typed;
  }
}
