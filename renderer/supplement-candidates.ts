import type { SupplementItem } from '../shared/domain/case-flow.ts';
import type { Paper } from '../shared/domain/intake.ts';
import type { Procedure } from '../shared/domain/procedure.ts';

/** What may be missing or wrong: the list of the procedure in its order, then what else was handed in. */
export function supplementCandidates(
  components: Procedure['components'],
  papers: readonly Pick<Paper, 'name' | 'originals' | 'certifiedCopies' | 'photocopies'>[],
): SupplementItem[] {
  const listed = components.map(({ name, originals, copies }) => ({
    name,
    originals: copies > 0 ? originals : Math.max(1, originals),
    certifiedCopies: 0,
    photocopies: copies,
    note: '',
  }));
  const known = new Set(listed.map(({ name }) => name));
  const handedIn = papers
    .filter(({ name }) => !known.has(name))
    .map(({ name, originals, certifiedCopies, photocopies }) => ({
      name,
      originals: certifiedCopies + photocopies > 0 ? originals : Math.max(1, originals),
      certifiedCopies,
      photocopies,
      note: '',
    }));
  return [...listed, ...handedIn];
}
