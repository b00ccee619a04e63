import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { type QueueSettings, queueSettingsSchema } from '../../../shared/domain/queue-settings.ts';
import { useTRPC } from '../../api.ts';
import { TickChip } from '../../components/TickChip.tsx';
import own from './ScreenPart.module.css';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

/** Hàng đợi: whether numbers are taken, for which lines, who goes first. */
export function QueuePart() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.queue.settings.queryOptions());
  return data ? <QueueFields saved={data.queue} /> : null;
}

interface Typed {
  isOn: boolean;
  speaks: boolean;
  groups: string;
  priorities: string;
}

function QueueFields({ saved }: { saved: QueueSettings }) {
  const typed: Typed = { ...saved, groups: linesOf(saved.groups), priorities: linesOf(saved.priorities) };
  const part = useSettingsPart('queue', typed, ({ isOn, speaks, groups, priorities }) => {
    const queue = {
      isOn,
      speaks,
      groups: namedOf(groups, saved.groups),
      priorities: namedOf(priorities, saved.priorities),
    };
    return { parsed: queueSettingsSchema.safeParse(queue), input: { queue } };
  });
  const { values } = part;
  const faultOf = (lines: 'groups' | 'priorities') => {
    const [kind] = part.fault?.issues.filter(({ path }) => path[0] === lines) ?? [];
    if (kind === undefined) return undefined;
    return kind.message === 'twice'
      ? 'Có hai dòng trùng tên; mỗi tên một dòng.'
      : 'Nhiều nhất 8 dòng, mỗi dòng 1 đến 60 chữ.';
  };
  const set = (change: Partial<Typed>) => part.change({ ...values, ...change });
  return (
    <SettingsPart
      {...part}
      id="hang-doi"
      title="Hàng đợi"
      why="Bật thì người dân lấy số ở màn hình của họ, còn quầy gọi số ở thanh dưới ô tìm kiếm."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
    >
      <div className={styles.rule}>
        <span className={styles.ruleTitle}>Lấy số và gọi số</span>
        <div className={own.toggles}>
          <TickChip checked={values.isOn} onChange={(isOn) => set({ isOn })}>
            Dùng hàng đợi
          </TickChip>
          <TickChip checked={values.speaks} onChange={(speaks) => set({ speaks })}>
            Có tiếng khi gọi
          </TickChip>
        </div>
        <small>
          Có tiếng: đọc số bằng tiếng Việt nếu máy có giọng, không thì chuông. Phiếu số in ra máy in cuộn; mở
          bằng trình duyệt thì số chỉ hiện trên màn hình.
        </small>
      </div>
      <Lines
        title="Các hàng"
        why="Mỗi dòng một tên, như Hộ tịch, Đất đai; để trống thì mọi người chung một hàng. Số vẫn đếm chung từ 1 mỗi ngày."
        value={values.groups}
        fault={faultOf('groups')}
        onChange={(groups) => set({ groups })}
      />
      <Lines
        title="Được ưu tiên"
        why="Mỗi dòng một nhóm. Người được ưu tiên gọi trước, nhưng sau hai số ưu tiên liền thì gọi một số thường."
        value={values.priorities}
        fault={faultOf('priorities')}
        onChange={(priorities) => set({ priorities })}
      />
    </SettingsPart>
  );
}

function Lines(props: {
  title: string;
  why: string;
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}) {
  const { title, why, value, fault, onChange } = props;
  return (
    <div className={styles.rule}>
      <span className={styles.ruleTitle}>{title}</span>
      <TextField
        multiline
        minRows={2}
        maxRows={8}
        value={value}
        error={fault !== undefined}
        helperText={fault}
        onChange={(event) => onChange(event.target.value)}
        slotProps={{ htmlInput: { 'aria-label': title, spellCheck: false } }}
      />
      <small>{why}</small>
    </div>
  );
}

type Named = QueueSettings['groups'];

const linesOf = (all: Named): string => all.map(({ name }) => name).join('\n');

/** The lines with the codes they had; a new line gets one that no line ever had here, and a name that stands twice has it twice. */
function namedOf(text: string, known: Named): Named {
  const taken = new Set(known.map(({ code }) => code));
  const codes = new Map(known.map(({ code, name }) => [name, code]));
  const names = text.split('\n').map((line) => line.trim());
  return names
    .filter((name) => name !== '')
    .map((name) => {
      const code = codes.get(name) ?? freeCode(taken);
      taken.add(code);
      codes.set(name, code);
      return { code, name };
    });
}

function freeCode(taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) if (!taken.has(`n${n}`)) return `n${n}`;
}
