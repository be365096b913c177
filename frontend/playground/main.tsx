import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './playground.css';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { deviceStorage } from '../src/lib/storage';
import { AskForToken } from './ask-for-token';
import { examples } from './examples';
import { fetcher } from './fetcher';
import { editorStorage } from './storage';
import { takeToken } from './token';

/** What the dashboard shows on this device; null: the system's. GraphiQL's own setting goes before it. */
function dashboardTheme() {
  const look = deviceStorage.get('portico-theme');
  return look === 'light' || look === 'dark' ? look : null;
}

const explorer = explorerPlugin({ showAttribution: false });
const storage = editorStorage();
const found = takeToken();

/** With a token the headers go along with requests, and with sockets as the connection's parameters; kept nowhere. */
function Editor({ token }: { token: string | undefined }) {
  const headers = token && JSON.stringify({ Authorization: `Bearer ${token}` }, null, 2);
  // The history would write the token to this device's storage, with the other headers.
  const plugins = [...(token ? [] : [HISTORY_PLUGIN]), explorer];
  return (
    <main className="playground">
      <h1 className="hidden">Playground</h1>
      <GraphiQL
        fetcher={fetcher}
        storage={storage}
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

function Playground() {
  const [asking, setAsking] = useState(found !== undefined);
  const [token, setToken] = useState<string>();
  if (!asking) return <Editor token={token} />;
  const decide = (use: boolean) => {
    setToken(use ? found : undefined);
    setAsking(false);
  };
  return <AskForToken onDecide={decide} />;
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Playground />);
