import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { intakeForms } from '../../shared/domain/forms.ts';
import type { Printing } from '../../shared/domain/settings.ts';
import { slipLabels } from '../../shared/labels.ts';
import type { Session } from '../../shared/views.ts';
import { Segmented } from './Segmented.tsx';
import styles from './SettingFields.module.css';
import { TickChip } from './TickChip.tsx';

const sizes = [
  { value: 'A5', label: 'A5' },
  { value: 'A4', label: 'A4' },
] as const;

const noteSizes = [
  { value: 'A5', label: 'A5' },
  { value: 'roll80', label: '80 mm' },
] as const;

/** Paper, usual slips, printers. */
export function PrintingFields(props: {
  printing: Printing;
  session: Pick<Session, 'platform' | 'printers'>;
  onChange: (printing: Printing) => void;
}) {
  const { printing, session, onChange } = props;
  const set = (part: Partial<Printing>) => onChange({ ...printing, ...part });
  return (
    <>
      <Row label="Giấy tiếp nhận và hẹn trả">
        <Segmented
          label="Khổ giấy tiếp nhận"
          value={printing.acknowledgementPaper}
          options={sizes}
          onChange={(acknowledgementPaper) => set({ acknowledgementPaper })}
        />
      </Row>
      <Row label="Phiếu kiểm soát">
        <Segmented
          label="Khổ phiếu kiểm soát"
          value={printing.controlSlipPaper}
          options={sizes}
          onChange={(controlSlipPaper) => set({ controlSlipPaper })}
        />
      </Row>
      <Row label="Phiếu thu">
        <Segmented
          label="Khổ phiếu thu"
          value={printing.otherPapers.feeNote === 'roll80' ? 'roll80' : 'A5'}
          options={noteSizes}
          onChange={(feeNote) => set({ otherPapers: { ...printing.otherPapers, feeNote } })}
        />
      </Row>
      <Row label="In sẵn khi tiếp nhận">
        <span className={styles.chips}>
          {intakeForms.map((form) => (
            <TickChip
              key={form}
              checked={printing.defaultSlips.includes(form)}
              onChange={(isOn) =>
                set({
                  defaultSlips: intakeForms.filter((known) =>
                    known === form ? isOn : printing.defaultSlips.includes(known),
                  ),
                })
              }
            >
              {slipLabels[form]}
            </TickChip>
          ))}
        </span>
      </Row>
      {session.printers.length > 0 ? (
        <div className={styles.pair}>
          <PrinterField
            label="Máy in"
            value={printing.printer}
            printers={session.printers}
            onChange={(printer) => set({ printer })}
          />
          <PrinterField
            label="Máy in phiếu 80 mm"
            value={printing.rollPrinter}
            printers={session.printers}
            onChange={(rollPrinter) => set({ rollPrinter })}
          />
        </div>
      ) : (
        <p className={styles.quiet}>
          {session.platform === 'browser'
            ? 'Quầy này in qua hộp thoại của trình duyệt; chọn máy in ở đó.'
            : 'Chưa thấy máy in nào; máy in mặc định của hệ thống sẽ được dùng.'}
        </p>
      )}
    </>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span>{label}</span>
      {children}
    </div>
  );
}

function PrinterField(props: {
  label: string;
  value: string | null;
  printers: readonly string[];
  onChange: (printer: string | null) => void;
}) {
  const { label, value, printers, onChange } = props;
  return (
    <TextField
      select
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
      slotProps={{ select: { native: true } }}
    >
      <option value="">Mặc định của hệ thống</option>
      {printers.map((printer) => (
        <option key={printer} value={printer}>
          {printer}
        </option>
      ))}
    </TextField>
  );
}
