// Writes the little that the cache must know of the schema: which types an
// interface has and which fields may be null. The SDL itself is ten times larger.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, isInterfaceType, isListType, isNonNullType, isObjectType, isUnionType } from 'graphql';

const folder = '../graph/schema';
const files = readdirSync(folder).filter((file) => file.endsWith('.graphqls'));
const schema = buildSchema(files.map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n'));

function typeRef(type) {
  if (isNonNullType(type)) return { kind: 'NON_NULL', ofType: typeRef(type.ofType) };
  if (isListType(type)) return { kind: 'LIST', ofType: typeRef(type.ofType) };
  if (isObjectType(type)) return { kind: 'OBJECT', name: type.name };
  if (isInterfaceType(type)) return { kind: 'INTERFACE', name: type.name };
  if (isUnionType(type)) return { kind: 'UNION', name: type.name };
  return { kind: 'SCALAR', name: 'Any' };
}

function summary(type) {
  const possibleTypes = () =>
    schema.getPossibleTypes(type).map((possible) => ({ kind: 'OBJECT', name: possible.name }));
  if (isUnionType(type)) return [{ kind: 'UNION', name: type.name, possibleTypes: possibleTypes() }];
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return [
    {
      kind: isObjectType(type) ? 'OBJECT' : 'INTERFACE',
      name: type.name,
      fields: Object.values(type.getFields()).map((field) => ({
        name: field.name,
        type: typeRef(field.type),
        args: [],
      })),
      interfaces: type.getInterfaces().map((one) => ({ kind: 'INTERFACE', name: one.name })),
      ...(isInterfaceType(type) && { possibleTypes: possibleTypes() }),
    },
  ];
}

const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
const root = (type) => type && { name: type.name };
const result = {
  __schema: {
    queryType: root(schema.getQueryType()),
    mutationType: root(schema.getMutationType()),
    subscriptionType: root(schema.getSubscriptionType()),
    types: [...types.flatMap(summary), { kind: 'SCALAR', name: 'Any' }],
  },
};
writeFileSync('src/gql/schema.json', `${JSON.stringify(result)}\n`);
