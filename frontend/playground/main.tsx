import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './playground.css';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './examples';
import { fetcher } from './fetcher';

const plugins = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];

/** What the dashboard shows on this device; null: as the system. GraphiQL's own setting goes before it. */
function dashboardTheme() {
  const look = localStorage.getItem('portico-theme');
  return look === 'light' || look === 'dark' ? look : null;
}

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
        defaultEditorToolsVisibility="variables"
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
