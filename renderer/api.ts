import { createTRPCClient, httpBatchLink, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { Api } from '../electron/api/index.ts';
import { line } from './line.ts';

/**
 * Sent once alone: what a page says again by itself, what a person does anew, and receptions, of which the page asks what became of
 * them (`cases.ofForm`).
 */
const saidOnce = /^(?:secondScreen|drafts|session)\.|^setup\.complete$|^cases\.(?:receive|register)$/;

/**
 * The one way from a screen to the counter. Queries go by POST too: no name or number ever stands in a URL.
 * Calls go in batches, the only form in which a POST may come without an input; a command is a batch of its own, so that it can
 * be sent again alone. What a page says as it goes away cannot wait for a batch, and outlives the page (`lastWords`).
 */
export const api = createTRPCClient<Api>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url: '/api' }),
      false: splitLink({
        condition: ({ context }) => context.lastWords === true,
        true: httpLink({
          url: '/api',
          fetch: (url, init) => fetch(url, { ...init, keepalive: true } as RequestInit),
        }),
        false: splitLink({
          condition: ({ type, path }) => type === 'mutation' && !saidOnce.test(path),
          true: httpBatchLink({ url: '/api', maxItems: 1, fetch: line.send }),
          false: httpBatchLink({ url: '/api', maxItems: 50, methodOverride: 'POST', fetch: line.fetch }),
        }),
      }),
    }),
  ],
});

/** Context of a call made while the page goes away. */
export const lastWords = { context: { lastWords: true } };

export const { TRPCProvider, useTRPC } = createTRPCContext<Api>();
