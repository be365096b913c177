import './ui/styles';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { StrictMode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider as UrqlProvider } from 'urql';
import { makeRouter } from './app/routes';
import { Session } from './app/session';
import { activateDeviceLocale } from './lib/i18n';
import { EventsContext } from './lib/rules';
import { SessionContext } from './lib/session-context';
import { SocketContext } from './lib/socket-context';
import { SudoContext } from './lib/sudo-context';
import { UnsavedContext } from './lib/unsaved';
import { colorSchemeManager, cssVariablesResolver, theme } from './ui/theme';

const session = new Session();
const router = makeRouter(session);
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
setNonce(nonce);

// Signed in or out: every guard of the page on screen is asked again.
session.subscribe(() => void router.invalidate());

function Dashboard() {
  const { client, socket, sudo, generation } = useSyncExternalStore(session.subscribe, session.snapshot);
  return (
    <SessionContext value={session}>
      <SocketContext value={socket}>
        <SudoContext value={sudo}>
          <UnsavedContext value={session.unsaved}>
            <EventsContext value={session.rules.events}>
              <UrqlProvider value={client} key={generation}>
                <RouterProvider router={router} />
              </UrqlProvider>
            </EventsContext>
          </UnsavedContext>
        </SudoContext>
      </SocketContext>
    </SessionContext>
  );
}

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');
await activateDeviceLocale();
createRoot(container).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      getStyleNonce={() => nonce}
    >
      <I18nProvider i18n={i18n}>
        <Dashboard />
      </I18nProvider>
    </MantineProvider>
  </StrictMode>,
);
