import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './playground.css';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { deviceStorage } from '../src/lib/storage';
import { examples } from './examples';
import { fetcher } from './fetcher';
import { takeToken } from './token';

/** What the dashboard shows on this device; null: as the system. GraphiQL's own setting goes before it. */
function dashboardTheme() {
  const look = deviceStorage.get('portico-theme');
  return look === 'light' || look === 'dark' ? look : null;
}

const token = takeToken();

/** Goes along with requests, and with sockets as the connection's parameters; kept nowhere. */
const headers = token && JSON.stringify({ Authorization: `Bearer ${token}` }, null, 2);

// The history would write the token to this device's storage, with the other headers.
const history = token ? [] : [HISTORY_PLUGIN];
const plugins = [...history, explorerPlugin({ showAttribution: false })];

function Playground() {
  return (
    <main className="playground">
      <h1 className="hidden">Playground</h1>
      <GraphiQL
        fetcher={fetcher}
        defaultTabs={examples}
        plugins={plugins}
        defaultTheme={dashboardTheme()}
        inputValueDeprecation
        schemaDescription
        defaultEditorToolsVisibility={headers ? 'headers' : 'variables'}
        initialHeaders={headers}
        defaultHeaders={headers}
        shouldPersistHeaders={false}
      >
        <GraphiQL.Logo>
          <a className="back" href="/">
            ← Dashboard
          </a>
        </GraphiQL.Logo>
      </GraphiQL>
    </main>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Playground />);
