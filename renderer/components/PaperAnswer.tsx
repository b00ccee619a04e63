import Button from '@mui/material/Button';

/** The two answers to "Giấy đã ra chưa?", small, beside the slip they are about. */
export function PaperAnswer(props: { disabled: boolean; onOut: () => void; onNotOut: () => void }) {
  const { disabled, onOut, onNotOut } = props;
  return (
    <>
      <Button size="small" disabled={disabled} onClick={onOut}>
        Đã ra
      </Button>
      <Button size="small" disabled={disabled} onClick={onNotOut}>
        Chưa ra
      </Button>
    </>
  );
}
