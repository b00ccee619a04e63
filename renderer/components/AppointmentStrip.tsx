import { type ComponentProps, useState } from 'react';
import { StripRow } from './StripRow.tsx';
import { StripWeeks } from './StripWeeks.tsx';

/** The strip of an appointment at the clerk's: a span that had to fold opens as a calendar. */
export function AppointmentStrip(props: Omit<ComponentProps<typeof StripRow>, 'onOpen'>) {
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  return (
    <>
      <StripRow {...props} onOpen={setOpener} />
      <StripWeeks trace={props.trace} today={props.today} opener={opener} onClose={() => setOpener(null)} />
    </>
  );
}
