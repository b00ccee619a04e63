import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { Steps } from '../../components/Steps.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ColumnStep } from './ColumnStep.tsx';
import { FileStep } from './FileStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import { useImport } from './use-import.ts';

const steps = ['Chọn tệp', 'Ghép cột', 'Kiểm tra', 'Nạp vào sổ'];

/** An older register from Excel or CSV: file, columns, check of every row, then all of it at once. */
export function Import() {
  const work = useImport();
  const { handed, check, result, error, busy } = work;
  const at = result || busy === 'running' ? 3 : check ? 2 : handed ? 1 : 0;
  return (
    <Page title="Nạp hồ sơ từ tệp" sub={handed?.name ?? 'từ sổ Excel hoặc CSV đang dùng'} scroll>
      <Steps words={steps} at={at} />
      {error !== null && <ErrorNotice error={error} />}
      {at === 0 && <FileStep work={work} />}
      {at === 1 && handed && <ColumnStep work={work} opened={handed.opened} />}
      {at === 2 && check && <CheckStep work={work} check={check} />}
      {at === 3 && <ResultStep work={work} />}
    </Page>
  );
}
