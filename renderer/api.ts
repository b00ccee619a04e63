import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { Api } from '../electron/api/index.ts';

/** The one way from a screen to the counter. Queries go by POST too: no name or number ever stands in a URL. */
export const api = createTRPCClient<Api>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url: '/api' }),
      false: httpLink({ url: '/api', methodOverride: 'POST' }),
    }),
  ],
});

export const { TRPCProvider, useTRPC } = createTRPCContext<Api>();
