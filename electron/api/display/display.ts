import { z } from 'zod';
import type { DisplayNews, OfficeOnScreen } from '../../../shared/views-display.ts';
import { drawQr } from '../../qr-drawing.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { quietHoursOf } from '../../register/waiting/quiet-hours.ts';
import { counterNameOf } from '../counter-name.ts';
import {
  createCallerFactory,
  type QueryScope,
  query,
  requireSettings,
  router,
  subscription,
} from '../door.ts';
import { displayLookupRoutes } from './display-lookup.ts';
import { displayQueueRoutes } from './display-queue.ts';
import { displayRatingRoutes } from './display-rating.ts';

/** Everything a screen for citizens can be shown or asked; nothing else answers it, and it answers nobody else. */
export const displayRouter = router({
  screen: router({
    /** The whole state of this desk's screen, now and at each change, and that the queue changed: one stream a screen. */
    watch: subscription(
      'display',
      ({ displays, door }, signal): AsyncIterable<DisplayNews> =>
        displays.at(door.kind === 'display' ? door.desk : '').follow(signal),
    ),
    office: query('display', z.void(), officeOnScreen),
  }),
  rating: router(displayRatingRoutes),
  lookup: router(displayLookupRoutes),
  queue: router(displayQueueRoutes),
});

export type DisplayApi = typeof displayRouter;
export const createDisplayCaller = createCallerFactory(displayRouter);

function officeOnScreen({ db, now, door }: QueryScope): OfficeOnScreen {
  const settings = requireSettings(db, now);
  const { office, hours, secondScreen, queue, isSample } = settings;
  const { messages, zaloAddress, tellsQuietHours } = secondScreen;
  const today = now.office.toPlainDate();
  const calendar = loadCalendar(db);
  return {
    officeName: office.name,
    unit: office.unit,
    counterName: counterNameOf(db, settings, door.kind === 'display' ? door.desk : door.device),
    hours,
    instant: now.instant,
    messages,
    zalo: zaloAddress === '' ? null : { address: zaloAddress, qr: drawQr(zaloAddress) },
    hasQueue: queue.isOn,
    closed: calendar.isWorkingDay(today)
      ? null
      : {
          dayName: calendar.dayName(today) ?? null,
          opensOn: calendar.nextWorkingDay(today).toString(),
        },
    quietHours: tellsQuietHours ? quietHoursOf(db, today, calendar, hours) : null,
    isSample,
  };
}
