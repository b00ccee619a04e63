import Button from '@mui/material/Button';
import { type ReactNode, useRef } from 'react';

/** A button that asks for files and hands on what is written in them. */
export function FilesButton(props: {
  label: string;
  icon: ReactNode;
  many?: boolean;
  size?: 'small' | 'medium';
  disabled: boolean;
  onTexts: (texts: readonly string[]) => Promise<void>;
}) {
  const { label, icon, many = false, size = 'small', disabled, onTexts } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size} startIcon={icon} disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        className="hidden"
        type="file"
        aria-label={label}
        tabIndex={-1}
        accept=".json"
        multiple={many}
        onChange={async ({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) await onTexts(await Promise.all(files.map((file) => file.text())));
        }}
      />
    </>
  );
}
