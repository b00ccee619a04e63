import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { wayOutSchema } from '../../shared/damage-view.ts';
import type { StartFinding } from '../../shared/start-finding.ts';
import type { Door } from '../door.ts';
import { replyHeaders } from '../http/reply-headers.ts';
import { openWindowFiles } from '../http/window-files.ts';
import { nowAt } from '../now.ts';
import { DamageError, findingOf } from '../start-error.ts';
import { openCodeTries } from './code-tries.ts';
import { type DamageDesk, openDamageState } from './damage-state.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { takeWayOut } from './way-out.ts';

/** The counter without a register: one page that says what was found, and the ways out. */
export function openDamageHandler(finding: StartFinding, desk: DamageDesk): Hono<{ Bindings: Door }> {
  const state = openDamageState(finding, desk);
  const tries = openCodeTries(desk.folder);
  let isBusy = false;

  const app = new Hono<{ Bindings: Door }>();
  app.use(replyHeaders);
  app.use(async (context, next) => {
    if (context.env.kind !== 'display') return next();
    return context.text('Quầy đang tạm dừng.', 503);
  });
  app.get('/healthz', (c) => c.json({ status: 'damaged', finding: state.found().kind }, 503));
  app.get('/so-hong/state', (c) => c.json(state.view()));
  app.get('/so-hong/chan-doan', (c) => {
    c.header('content-disposition', 'attachment; filename="mot-cua-chan-doan.txt"');
    return c.text(diagnosticsOf(state.found(), desk.folder, nowAt(desk.clock()).officeTime));
  });
  app.post('/so-hong/way', bodyLimit({ maxSize: 10_000 }), async (c) => {
    const asked = wayOutSchema.safeParse(await c.req.json().catch(() => null));
    if (!asked.success || !state.view().ways.includes(asked.data.way))
      return c.json({ fault: 'invalid' }, 400);
    if (isBusy) return c.json({ fault: 'busy' }, 409);
    const { way, backup = '', code = '' } = asked.data;
    const refused = way === 'unlock' ? tries.tryCode(code) : null;
    if (refused !== null) return c.json(refused, 403);
    isBusy = true;
    try {
      return c.json(await takeWayOut(way, backup, state, desk));
    } catch (error) {
      desk.log(`way out ${way}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
      const { kind } = error instanceof DamageError ? error.finding : findingOf(error);
      return kind === 'diskFull' ? c.json({ fault: 'diskFull' }, 507) : c.json({ fault: 'failed' }, 500);
    } finally {
      isBusy = false;
    }
  });
  app.all('/api/*', (c) => c.json(refusal, 503));
  app.all('/incoming/*', (c) => c.json(refusal, 503));
  app.route('/', openWindowFiles(desk.rendererFolder, 'damage'));
  return app;
}

/** As the door refuses, so that a window which was open understands it. */
const refusal = {
  error: { message: 'registerDamaged', code: -32603, data: { app: { code: 'registerDamaged' } } },
};
