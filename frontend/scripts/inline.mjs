// Babel plugins that put what a module says where it says it, so that documents and
// English messages load with the section they belong to and not with the entry.
import { readFileSync } from 'node:fs';
import { compileMessage } from '@lingui/message-utils/compileMessage';

// Generated documents begin with their fragments.
const operationName = /(?:^\s*|\} )(?:query|mutation|subscription)\s+(\w+)/;

/** The text of an operation with its fragments, as `npm run codegen` wrote it. */
function textOf(name) {
  const all = JSON.parse(readFileSync('src/gql/persisted-documents.json', 'utf8'));
  const text = Object.values(all).find((one) => operationName.exec(one)?.[1] === name);
  if (!text) throw new Error(`the operation ${name} is not generated: run npm run codegen`);
  return text;
}

/**
 * graphql(`query Name …`) becomes gql("query Name … fragment …"): code generation writes
 * all documents into one module, which would load as a whole. At run time a fragment
 * on its own is a name, and nothing more.
 */
export function inlineDocuments({ types: t }) {
  const importGql = (local) =>
    t.importDeclaration([t.importSpecifier(local, t.identifier('gql'))], t.stringLiteral('urql'));
  return {
    visitor: {
      CallExpression(path, state) {
        const [source] = path.node.arguments;
        if (!t.isIdentifier(path.node.callee, { name: 'graphql' }) || !t.isTemplateLiteral(source)) return;
        const name = operationName.exec(source.quasis[0].value.raw)?.[1];
        if (!name) return path.replaceWith(t.objectExpression([]));
        if (!state.gql) {
          state.gql = path.scope.generateUidIdentifier('gql');
          path.scope.getProgramParent().path.unshiftContainer('body', importGql(state.gql));
        }
        path.replaceWith(t.callExpression(t.cloneNode(state.gql), [t.stringLiteral(textOf(name))]));
      },
    },
  };
}

/** The English of each message, compiled as the catalogs of other languages are. Follows Lingui's macros. */
export function compileMessages({ types: t }) {
  const isMessage = ({ key }) => t.isIdentifier(key, { name: 'message' });
  return {
    visitor: {
      ObjectExpression({ node }) {
        if (!node.leadingComments?.some(({ value }) => value.trim() === 'i18n')) return;
        const message = node.properties.find(isMessage);
        if (t.isStringLiteral(message?.value)) {
          message.value = t.valueToNode(compileMessage(message.value.value));
        }
      },
    },
  };
}
