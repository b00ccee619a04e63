import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { ListImport } from '../../components/ListImport.tsx';
import { Page } from '../../components/Page.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useOfficeNow } from '../../session.tsx';
import styles from './Catalogue.module.css';
import { ProcedureDetail } from './ProcedureDetail.tsx';
import { ProcedureList } from './ProcedureList.tsx';

/** Every procedure of the ward: limit, fee, papers, law, and what of it is certain. */
export function Catalogue() {
  const trpc = useTRPC();
  const { code } = useParams();
  const asked = useQuery(trpc.catalogue.list.queryOptions());
  const exporting = useMutation(trpc.exports.catalogue.mutationOptions());
  const compare = useMutation(trpc.imports.compareCatalogue.mutationOptions());
  const apply = useMutation(trpc.imports.applyCatalogue.mutationOptions());
  const mayManage = useMayManage();
  const today = useOfficeNow().slice(0, 10);
  const rows = asked.data ?? [];
  const shown = code ?? rows[0]?.code;
  return (
    <Page
      title="Danh mục"
      sub={rows.length > 0 && `${rows.length} thủ tục cấp xã`}
      actions={
        <>
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
