import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import type { ContentVersion } from '../../../../shared/domain/correction.ts';
import { formatFullTime } from '../../../../shared/format.ts';
import { useTRPC } from '../../../api.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Cap } from '../../../components/Keycap.tsx';
import { useSession } from '../../../session.tsx';
import styles from './Corrections.module.css';
import { enteredLines } from './entered-words.ts';
import { versionWord } from './version-word.ts';

/** Every version of what the case says, the newest first: what was changed, by whom, when and why. */
export function Versions({ id, onClose }: { id: number; onClose: () => void }) {
  const trpc = useTRPC();
  const asked = useQuery(trpc.cases.versions.queryOptions({ id }));
  const versions = asked.data?.versions ?? [];
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="versions">
      <DialogTitle id="versions">Các lần sửa của hồ sơ {asked.data?.caseCode}</DialogTitle>
      <DialogContent>
        {asked.isError && <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />}
        {versions
          .map((version, index) => (
            <VersionPart key={version.version} version={version} before={versions[index - 1]} />
          ))
          .reverse()}
      </DialogContent>
      <DialogActions>
        <Button autoFocus endIcon={<Cap>Esc</Cap>} onClick={onClose}>
          Đóng
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function VersionPart({ version, before }: { version: ContentVersion; before: ContentVersion | undefined }) {
  const { points, office } = useSession();
  const pointOf = (id: string) => points.find((point) => point.id === id)?.name ?? (id || office.counterName);
  const now = linesOf(version, pointOf);
  const earlier = before && linesOf(before, pointOf);
  const rows = now.map(({ label, words }, index) => ({ label, words, was: earlier?.[index]?.words }));
  const shown = earlier ? rows.filter(({ words, was }) => words !== was) : rows;
  return (
    <section className={styles.version}>
      <h3>
        {heading(version.version)}
        <small>
          {formatFullTime(version.at)}, {version.by.name}
        </small>
      </h3>
      {version.reason !== '' && <p>Lý do: {version.reason}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Mục</th>
            {earlier && <th scope="col">{heading(version.version - 1)}</th>}
            <th scope="col">{earlier ? heading(version.version) : 'Như khi tiếp nhận'}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ label, words, was }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {earlier && <td>{was}</td>}
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p>Chỉ đổi số giấy tờ; các mục khác như trước.</p>}
    </section>
  );
}

function heading(version: number): string {
  const word = versionWord(version);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function linesOf({ entered, procedureName, dueAt }: ContentVersion, pointOf: (id: string) => string) {
  const due = { label: 'Ngày hẹn', words: dueAt === null ? 'không hẹn ngày' : formatFullTime(dueAt) };
  return [...enteredLines(entered, { procedure: procedureName, point: pointOf(entered.point ?? '') }), due];
}
