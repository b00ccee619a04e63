import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NavLink, useParams } from 'react-router';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { CitizenCard } from './CitizenCard.tsx';
import { CitizenList } from './CitizenList.tsx';
import styles from './Citizens.module.css';
import { Duplicates } from './Duplicates.tsx';

/** Everybody who came before: one person a record, his cases and his household. */
export function Citizens() {
  const { id } = useParams();
  const trpc = useTRPC();
  const isPairs = id === 'trung';
  const [first, setFirst] = useState<number>();
  // Compares the whole register: only when somebody looks.
  const pairs = useQuery({ ...trpc.citizens.duplicates.queryOptions(), enabled: isPairs });
  const shown = id === undefined ? first : Number(id);
  return (
    <Page
      title="Người dân"
      tabs={
        <nav className={styles.tabs} aria-label="Xem">
          <NavLink to="/nguoi-dan" end={isPairs}>
            Tất cả
          </NavLink>
          <NavLink to="/nguoi-dan/trung">
            Có thể trùng{pairs.data && pairs.data.length > 0 ? ` ${pairs.data.length}` : ''}
          </NavLink>
        </nav>
      }
    >
      {isPairs ? (
        <Duplicates asked={pairs} />
      ) : (
        <div className={styles.panes}>
          <CitizenList chosen={shown} onFirst={setFirst} />
          {shown ? (
            <CitizenCard key={shown} id={shown} />
          ) : (
            <div className={styles.detail}>
              <EmptyState title="Chọn một người">Hồ sơ, hộ gia đình và lần ghi đã gộp hiện ở đây.</EmptyState>
            </div>
          )}
        </div>
      )}
    </Page>
  );
}
