import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CalendarEdit } from '../../../shared/domain/calendar-change-edits.ts';
import { useTRPC } from '../../api.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { ListImport } from '../../components/ListImport.tsx';
import { editWords } from './day-edits.ts';

interface HolidayListProps {
  year: number;
  mayEdit: boolean;
  /** The edits of a workbook join those that were made by hand; nothing is saved yet. */
  onRead: (...edits: CalendarEdit[]) => void;
  onYear: (year: number) => void;
}

/** The days off of a year to Excel and back. */
export function HolidayList({ year, mayEdit, onRead, onYear }: HolidayListProps) {
  const trpc = useTRPC();
  const exporting = useMutation(trpc.exports.holidays.mutationOptions());
  const reading = useMutation(trpc.imports.readHolidays.mutationOptions());
  const read = useRef<CalendarEdit[]>([]);
  const compare = async (file: string) => {
    const { added, changed, unchanged, bad } = await reading.mutateAsync({ file });
    read.current = [...added, ...changed];
    return { added: added.map(editWords), changed: changed.map(editWords), unchanged, bad };
  };
  const take = async () => {
    const [first] = read.current;
    onRead(...read.current);
    if (first) onYear('date' in first ? Number(first.date.slice(0, 4)) : first.year);
  };
  return (
    <>
      {mayEdit && (
        <ListImport title="Nạp lịch nghỉ từ Excel" word="Đưa vào lịch" compare={compare} apply={take} />
      )}
      <ExportButton make={() => exporting.mutateAsync({ year })} />
    </>
  );
}
