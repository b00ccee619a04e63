import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { lanDeviceKinds } from '../../shared/domain/lan.ts';
import type { PairingState } from '../../shared/views-lan.ts';

/** Why this device is not paired. */
export type PairingFault =
  | { kind: 'wrongCode' | 'tooManyTries' | 'tooFast'; seconds: number }
  | { kind: 'cut' }
  /** This page is only for devices of the local network. */
  | { kind: 'notHere' };

const stateSchema = z.object({
  device: z.object({ name: z.string(), kind: z.enum(lanDeviceKinds) }).nullable(),
  path: z.enum(['/', '/man-hinh', '/man-hinh/danh-gia']).nullable(),
  revokedAt: z.string().optional(),
}) satisfies z.ZodType<PairingState>;

const refusalSchema = z.object({
  error: z.union([
    z.object({ code: z.enum(['wrongCode', 'tooManyTries']), seconds: z.number() }),
    z
      .object({ data: z.object({ app: z.object({ code: z.literal('tooFast'), seconds: z.number() }) }) })
      .transform(({ data }) => data.app),
  ]),
});

/** How this device stands with the counter, and the code that pairs it. No code ever stands in an address. */
export function usePairing() {
  const [paired, setPaired] = useState<PairingState | null>(null);
  const [fault, setFault] = useState<PairingFault | null>(null);
  const [isSending, setSending] = useState(false);

  const take = useCallback(async (asked: Promise<Response>): Promise<void> => {
    const reply = await asked.catch(() => undefined);
    const body: unknown = await reply?.json().catch(() => undefined);
    const state = stateSchema.safeParse(body);
    const refusal = refusalSchema.safeParse(body);
    if (state.success) setPaired(state.data);
    if (refusal.success) setFault({ kind: refusal.data.error.code, seconds: refusal.data.error.seconds });
    else setFault(state.success ? null : { kind: reply ? 'notHere' : 'cut' });
  }, []);

  useEffect(() => void take(fetch('/ghep/state', { cache: 'no-store' })), [take]);
  useEffect(() => {
    if (!fault || !('seconds' in fault) || fault.seconds <= 0) return;
    const timer = setTimeout(() => setFault({ ...fault, seconds: fault.seconds - 1 }), 1000);
    return () => clearTimeout(timer);
  }, [fault]);

  return {
    /** Null until the counter answered. */
    paired,
    fault,
    isSending,
    pair: async (code: string): Promise<void> => {
      setSending(true);
      await take(
        fetch('/ghep/pair', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ code }),
        }),
      );
      setSending(false);
    },
  };
}
