import './fonts.css';
import './global.css';
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import {
  MutationCache,
  onlineManager,
  QueryCache,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { api, TRPCProvider } from './api.ts';
import { cspNonce } from './csp-nonce.ts';
import { describeError, isRefusal } from './error-sentences.ts';
import { line } from './line.ts';
import { App } from './screens/frame/App.tsx';
import { theme } from './theme.ts';

const styleCache = createCache({ key: 'mc', prepend: true, ...(cspNonce && { nonce: cspNonce }) });
const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leave }),
  mutationCache: new MutationCache({ onError: leave }),
  defaultOptions: {
    queries: {
      // The event stream says when something is old; this is only for what it cannot know.
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && !isRefusal(error),
    },
    mutations: { networkMode: 'always' },
  },
});

// While the counter does not answer what was read stays in sight, and questions wait: no list empties over a cut. The line to
// the counter decides it, not the browser: on one PC there need be no network at all.
onlineManager.setEventListener((setOnline) => line.subscribe(() => setOnline(line.isOpen())));

for (const event of ['offline', 'online']) window.addEventListener(event, line.doubt);

/**
 * The counter has stopped over its register: its page of ways out takes the place of this one. This device is paired no longer: the
 * page for that does.
 */
function leave(error: unknown): void {
  const { code } = describeError(error);
  if (code === 'registerDamaged') window.location.assign('/');
  if (code === 'notPaired') window.location.assign('/ghep');
}

const root = document.getElementById('root');
if (root === null) throw new Error('No #root');
createRoot(root).render(
  <StrictMode>
    <CacheProvider value={styleCache}>
      <ThemeProvider theme={theme} defaultMode="system" disableTransitionOnChange noSsr>
        <CssBaseline enableColorScheme />
        <QueryClientProvider client={queryClient}>
          <TRPCProvider trpcClient={api} queryClient={queryClient}>
            <BrowserRouter>
              <App />
            </BrowserRouter>
          </TRPCProvider>
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  </StrictMode>,
);
