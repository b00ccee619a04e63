import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useDebounced } from '../../components/use-debounced.ts';
import { QrCode } from '../../second-screen/QrCode.tsx';
import styles from './ScreenPart.module.css';

/** The code as citizens will see it: worth a try with a telephone. */
export function ZaloSample({ address }: { address: string }) {
  const trpc = useTRPC();
  const settled = useDebounced(address);
  const { data } = useQuery({
    ...trpc.queue.qrOf.queryOptions({ text: settled }),
    enabled: settled !== '',
  });
  return (
    <figure className={styles.qrSample}>
      {settled !== '' && data ? (
        <>
          <QrCode qr={data} label="Mã QR trang Zalo" />
          <figcaption>Thử quét bằng điện thoại trước khi lưu.</figcaption>
        </>
      ) : (
        <figcaption>Chưa có địa chỉ Zalo nên màn hình không hiện mã QR.</figcaption>
      )}
    </figure>
  );
}
