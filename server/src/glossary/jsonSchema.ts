/** Derives the JSON schema of a glossary file from its shape, for editors that complete and check by schema. */

import { GLOSSARY_FILE, type RecordShape, type ValueShape } from './shape';

type Schema = Readonly<Record<string, unknown>>;

/** YAML readers that know types take *007* for a number and *No* for a truth value; both are names to us. */
const ANY_SCALAR = ['string', 'number', 'boolean'];

/** A schema of JSON Schema draft-07. An empty value is fine wherever the key may be left out. */
export function glossaryJsonSchema(): Schema {
  const definitions: Definitions = new Map();
  const file = recordSchema(GLOSSARY_FILE, definitions);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Nomenclator glossary',
    description: 'Groups, people, places and organisations: their names, and what a card says of them.',
    ...file,
    definitions: Object.fromEntries(definitions),
  };
}

/** The schema of each kind of record, by its noun; written out once however often the record occurs. */
type Definitions = Map<string, Schema>;

function schemaOf(shape: ValueShape, definitions: Definitions): Schema {
  switch (shape.is) {
    case 'text':
    case 'form':
    case 'entity':
    case 'source':
      return { type: ANY_SCALAR };
    case 'date':
      return { anyOf: [{ type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }, { type: 'integer' }] };
    case 'address':
      return { type: 'string', pattern: '^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)\\S+$' };
    case 'choice':
      return {
        enum: shape.of.flatMap((choice) => (/^\d+$/.test(choice) ? [Number(choice), choice] : [choice])),
      };
    case 'record': {
      const name = shape.noun.replace(/^an? /, '');
      if (!definitions.has(name)) {
        definitions.set(name, {});
        definitions.set(name, recordSchema(shape, definitions));
      }
      const reference = { $ref: `#/definitions/${name}` };
      if (shape.plain === undefined) return reference;
      return { anyOf: [schemaOf(shape.keys[shape.plain]!.value, definitions), reference] };
    }
    case 'list': {
      const item = schemaOf(shape.item, definitions);
      return { anyOf: [...alternatives(item), { type: 'array', items: orEmpty(item) }] };
    }
    case 'entries':
      return { type: 'object', additionalProperties: schemaOf(shape.item, definitions) };
  }
}

function recordSchema(shape: RecordShape, definitions: Definitions): Schema {
  const properties = Object.entries(shape.keys).map(([key, { description, value, required }]) => {
    const schema = schemaOf(value, definitions);
    return [key, { description, ...(required ? schema : orEmpty(schema)) }];
  });
  const required = Object.keys(shape.keys).filter((key) => shape.keys[key]?.required);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    ...(shape.oneOf && { oneOf: shape.oneOf.map((key) => ({ required: [key] })) }),
  };
}

const orEmpty = (schema: Schema): Schema => ({ anyOf: [...alternatives(schema), { type: 'null' }] });

const alternatives = (schema: Schema): readonly unknown[] =>
  Array.isArray(schema.anyOf) ? schema.anyOf : [schema];
