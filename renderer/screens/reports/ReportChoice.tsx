import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type ReportName, reports } from '../../../shared/domain/reports/index.ts';
import styles from './Reports.module.css';

const groups: readonly { title: string; names: readonly ReportName[] }[] = [
  { title: 'Biểu chính thức', names: ['official', 'centre'] },
  { title: 'Tổng hợp', names: ['summary', 'area'] },
  { title: 'Danh sách hồ sơ', names: ['late', 'nearDue', 'carriedOver', 'withdrawn', 'postal'] },
];

const pages = [
  { to: '/thu-phi', label: 'Phí, lệ phí' },
  { to: '/so-theo-doi', label: 'Sổ theo dõi hồ sơ' },
];

/** Every report there is; those with pages of their own open there. */
export function ReportChoice({ name, onChoose }: { name: ReportName; onChoose: (name: ReportName) => void }) {
  return (
    <nav className={styles.choice} aria-label="Báo cáo">
      {groups.map(({ title, names }) => (
        <Group key={title} title={title}>
          {names.map((each) => (
            <li key={each}>
              <button
                type="button"
                aria-current={each === name ? 'page' : undefined}
                onClick={() => onChoose(each)}
              >
                {reports[each].label}
              </button>
            </li>
          ))}
        </Group>
      ))}
      <Group title="Trang riêng">
        {pages.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </Group>
    </nav>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </>
  );
}
