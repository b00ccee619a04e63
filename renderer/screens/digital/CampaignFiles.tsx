import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatShortTime } from '../../../shared/format.ts';
import type { CampaignDay } from '../../../shared/views-campaign.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { campaignListPath } from './campaign-paths.ts';
import styles from './Teams.module.css';

/** What came in by file, and who was met by more than one team. */
export function CampaignFiles({ day, on }: { day: CampaignDay; on: string | null }) {
  const { campaign, files, repeated, knownBefore } = day;
  return (
    <div className={styles.files}>
      <p>
        {campaign.role === 'host' && (
          <StatusMark tone={files.length > 0 ? 'ok' : 'done'}>
            {files.length > 0 ? `Đã gộp ${formatInteger(files.length)} tệp` : 'Chưa gộp tệp nào'}
          </StatusMark>
        )}
        {repeated > 0 && <span>{formatInteger(repeated)} người gặp nhiều tổ, chỉ tính một lần.</span>}
        {repeated > 0 && (
          <Link to={campaignListPath({ kind: 'repeated', id: campaign.id, day: on })}>Xem người trùng</Link>
        )}
        {knownBefore > 0 && <span>{formatInteger(knownBefore)} người đã có trong sổ từ trước.</span>}
      </p>
      {files.length > 0 && (
        <details>
          <summary>Các tệp đã gộp</summary>
          <ul>
            {files.map(({ exportId, laptopName, number, entries, mergedAt }) => (
              <li key={exportId}>
                {laptopName}, tệp thứ {formatInteger(number)}: {formatInteger(entries)} lượt, gộp{' '}
                {formatShortTime(mergedAt)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
