import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { catalogueFacts, isOfFact } from '../../../shared/catalogue-facts.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDay } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { ListImport } from '../../components/ListImport.tsx';
import { Page } from '../../components/Page.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { readDay } from '../../list-state.ts';
import { useOfficeNow } from '../../session.tsx';
import styles from './Catalogue.module.css';
import { catalogueFactWords } from './catalogue-filter.ts';
import { ProcedureDetail } from './ProcedureDetail.tsx';
import { ProcedureList } from './ProcedureList.tsx';

/** Every procedure of the ward: limit, fee, papers, law, and what of it is certain. */
export function Catalogue() {
  const trpc = useTRPC();
  const { code } = useParams();
  const exporting = useMutation(trpc.exports.catalogue.mutationOptions());
  const compare = useMutation(trpc.imports.compareCatalogue.mutationOptions());
  const apply = useMutation(trpc.imports.applyCatalogue.mutationOptions());
  const mayManage = useMayManage();
  const today = useOfficeNow().slice(0, 10);
  const [params] = useSearchParams();
  const only = catalogueFacts.find((one) => one === params.get('chi'));
  const on = only && readDay(params, 'ngay');
  const asked = useQuery(trpc.catalogue.list.queryOptions(on === undefined ? undefined : { on }));
  const all = asked.data ?? [];
  const rows = only ? all.filter((row) => isOfFact(row, only)) : all;
  const shown = code ?? rows[0]?.code;
  return (
    <Page
      title="Danh mục"
      sub={
        all.length > 0 &&
        (only
          ? `${formatInteger(rows.length)} trong ${formatInteger(all.length)} thủ tục cấp xã`
          : `${formatInteger(all.length)} thủ tục cấp xã`)
      }
      actions={
        <>
          {only && (
            <span className={styles.only}>
              Chỉ thủ tục {catalogueFactWords[only]}
              {on !== undefined && on < today && `, như ngày ${formatDay(on)}`}
              <Button size="small" component={Link} to="/danh-muc">
                Xem mọi thủ tục
              </Button>
            </span>
          )}
          <ListImport
            title="Nạp danh mục từ Excel"
            from={today}
            disabled={!mayManage}
            compare={(file) => compare.mutateAsync({ file })}
            apply={(file, day) => apply.mutateAsync({ file, effectiveFrom: day ?? today })}
          />
          <ExportButton make={() => exporting.mutateAsync()} disabled={rows.length === 0} />
        </>
      }
    >
      {asked.isError ? (
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <div className={styles.panes}>
          <ProcedureList rows={rows} chosen={shown} />
          {shown && <ProcedureDetail key={shown} code={shown} />}
        </div>
      )}
    </Page>
  );
}
