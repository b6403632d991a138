// Writes what the components of a front end read and tell: "property <name>: <shape>" of every property that is set
// from outside, "event <name>" of every event of PageEvents, and "detail <name>: <shape>" of every field of their
// details. A literal counts as its type, and a tuple as a list of what it holds. Usage: node shapes.mjs <typescript> <folder>
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [typescript, folder] = process.argv.slice(2);
const ts = createRequire(import.meta.url)(typescript);
const config = ts.getParsedCommandLineOfConfigFile(
  join(folder, 'tsconfig.json'),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fault) => refuse(fault.messageText) },
);
const program = ts.createProgram(config.fileNames, config.options);
const checker = program.getTypeChecker();

function refuse(what) {
  throw new Error(`shapes.mjs does not understand ${what}`);
}

function parts(type) {
  return type.isUnion() ? type.types : [type];
}

function alternatives(types) {
  const shapes = new Set(
    types
      .flatMap(parts)
      .filter((type) => !(type.flags & ts.TypeFlags.Undefined))
      .map(single),
  );
  const nullable = shapes.delete('null');
  if (shapes.size !== 1) refuse(`${[...shapes].join(' | ')} as one type`);
  return [...shapes, ...(nullable ? ['null'] : [])].join(' | ');
}

function shape(type) {
  return alternatives([type]);
}

function single(type) {
  if (type.flags & ts.TypeFlags.Null) return 'null';
  if (type.flags & ts.TypeFlags.StringLike) return 'string';
  if (type.flags & ts.TypeFlags.NumberLike) return 'number';
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (checker.isTupleType(type) || checker.isArrayType(type))
    return `[${alternatives(checker.getTypeArguments(type))}]`;
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) || type.getCallSignatures().length)
    refuse(checker.typeToString(type));
  const values = type.getStringIndexType();
  return values ? `{*: ${shape(values)}}` : `{${fields(type).join(', ')}}`;
}

function fields(type) {
  return checker
    .getPropertiesOfType(type)
    .map(
      (field) =>
        `${field.name}${field.flags & ts.SymbolFlags.Optional ? '?' : ''}: ${shape(checker.getTypeOfSymbol(field))}`,
    )
    .sort();
}

/** The properties of a component that lit is told to take as they are. */
function* properties(component) {
  const declared = component.members.find((member) => member.name?.getText() === 'properties');
  for (const property of declared?.initializer?.properties ?? []) {
    if (!/\battribute: false\b/.test(property.initializer.getText())) continue;
    const name = property.name.getText();
    const field = component.members.find((member) => member.name?.getText() === name);
    const type = checker.getTypeAtLocation(field ?? refuse(`a property ${name} that is not declared`));
    if (parts(type).some((part) => part.flags & ts.TypeFlags.Object)) yield `property ${name}: ${shape(type)}`;
  }
}

function* details(type) {
  for (const part of parts(type)) {
    if (checker.isArrayType(part)) yield* details(checker.getTypeArguments(part)[0]);
    else if (part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection) && !part.getStringIndexType())
      for (const field of checker.getPropertiesOfType(part)) {
        const value = checker.getTypeOfSymbol(field);
        const objects = parts(value).some((one) => one.flags & ts.TypeFlags.Object);
        yield `detail ${field.name}: ${objects ? 'object' : shape(value)}`;
        yield* details(value);
      }
  }
}

function* events(node) {
  for (const event of checker.getPropertiesOfType(checker.getTypeAtLocation(node))) {
    yield `event ${event.name}`;
    yield* details(checker.getTypeOfSymbol(event));
  }
}

const lines = new Set();
for (const file of program.getSourceFiles().filter((source) => !source.isDeclarationFile))
  ts.forEachChild(file, (node) => {
    if (ts.isClassDeclaration(node)) for (const line of properties(node)) lines.add(line);
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'PageEvents')
      for (const line of events(node)) lines.add(line);
  });
for (const line of [...lines].sort()) console.log(line);
