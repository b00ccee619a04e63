import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import type { DisplayApi } from '../../electron/api/display/display.ts';

/** The one way from the screen for citizens to the counter; it answers nothing else. No code ever stands in a URL. */
export const displayApi = createTRPCClient<DisplayApi>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url: '/man-hinh/api' }),
      false: httpBatchLink({ url: '/man-hinh/api', maxItems: 50, methodOverride: 'POST' }),
    }),
  ],
});
