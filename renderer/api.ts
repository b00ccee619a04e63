import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { Api } from '../electron/api/index.ts';

/**
 * The one way from a screen to the counter. Queries go by POST too: no name or number ever stands in a URL.
 * Calls go in batches, the only form in which a POST may come without an input.
 */
export const api = createTRPCClient<Api>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url: '/api' }),
      false: httpBatchLink({ url: '/api', methodOverride: 'POST' }),
    }),
  ],
});

export const { TRPCProvider, useTRPC } = createTRPCContext<Api>();
