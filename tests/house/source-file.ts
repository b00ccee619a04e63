import { posix } from 'node:path';
import { parseSync, Visitor } from 'vite';

/** What the laws of the house look at in one file. */
export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  path: string;
  lines: number;
  /** Lines of a comment that are wider than a window. */
  wideComments: string[];
  imports: ImportedModule[];
  /** Names of variables, functions, members and properties. */
  names: Set<string>;
  /** String and template texts, import addresses aside. */
  texts: string[];
  hasDefaultExport: boolean;
  /** Names of the values that it declares and exports. */
  exports: string[];
}

export interface ImportedModule {
  /** Path from the root for a file of ours, else the package's name or `node:…`. */
  target: string;
  isOurs: boolean;
  isTypeOnly: boolean;
  names: string[];
}

/** Reads a TypeScript, JSX or JavaScript source by its syntax tree. Throws when it does not parse. */
export function readSource(path: string, text: string): SourceFile {
  const file: SourceFile = {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    wideComments: text.split('\n').filter((line) => line.length > 140 && /^\s*(?:\/?\*|\/\/)/.test(line)),
    imports: [],
    names: new Set(),
    texts: [],
    hasDefaultExport: false,
    exports: [],
  };
  if (path.endsWith('.css')) return file;
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}`);
  const literals = new Map<number, string>();
  const addresses: number[] = [];
  const take = (source: { start: number; value: string }, isTypeOnly: boolean, names: string[]): void => {
    addresses.push(source.start);
    file.imports.push({ ...targetOf(path, source.value), isTypeOnly, names });
  };
  new Visitor({
    'ImportDeclaration:exit': (node) => {
      const specifiers = node.specifiers.filter((each) => each.type === 'ImportSpecifier');
      const areAllTypes = specifiers.length > 0 && specifiers.every((each) => each.importKind === 'type');
      const areNamed = specifiers.length === node.specifiers.length;
      take(
        node.source,
        node.importKind === 'type' || (areAllTypes && areNamed),
        node.specifiers.map(importedName),
      );
    },
    'ExportNamedDeclaration:exit': (node) => {
      file.exports.push(...declaredNames(node.declaration));
      if (node.source) take(node.source, node.exportKind === 'type', []);
      if (node.specifiers.some(({ exported }) => 'name' in exported && exported.name === 'default'))
        file.hasDefaultExport = true;
    },
    'ExportAllDeclaration:exit': (node) => take(node.source, node.exportKind === 'type', []),
    'ExportDefaultDeclaration:exit': () => {
      file.hasDefaultExport = true;
    },
    'ImportExpression:exit': ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string')
        take({ ...source, value: source.value }, false, []);
    },
    'TSImportType:exit': ({ source }) => take(source, true, []),
    'CallExpression:exit': ({ callee, arguments: [first] }) => {
      const isRequire = callee.type === 'Identifier' && callee.name === 'require';
      if (!isRequire || first?.type !== 'Literal' || typeof first.value !== 'string') return;
      take({ ...first, value: first.value }, false, []);
    },
    'Identifier:exit': ({ name }) => void file.names.add(name),
    'Literal:exit': (node) => {
      if (typeof node.value === 'string') literals.set(node.start, node.value);
    },
    'TemplateLiteral:exit': ({ quasis }) =>
      void file.texts.push(quasis.map(({ value }) => value.cooked ?? value.raw).join(' … ')),
  }).visit(program);
  for (const address of addresses) literals.delete(address);
  file.texts.push(...literals.values());
  return file;
}

/** Of functions and constants, destructured ones too; types are no values. */
function declaredNames(declaration: unknown): string[] {
  const { type, id, declarations } = (declaration ?? {}) as {
    type?: string;
    id?: { name?: string } | null;
    declarations?: { id: { name?: string; properties?: { key?: { name?: string } }[] } }[];
  };
  if (type === 'FunctionDeclaration' || type === 'ClassDeclaration') return id?.name ? [id.name] : [];
  return (declarations ?? []).flatMap(({ id: bound }) =>
    (bound.properties?.map(({ key }) => key?.name) ?? [bound.name]).filter((name) => name !== undefined),
  );
}

function importedName(specifier: {
  type: string;
  imported?: { name?: string } | { value?: string };
}): string {
  const imported = specifier.imported;
  if (!imported) return specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
  return ('name' in imported && imported.name) || ('value' in imported && imported.value) || '';
}

function targetOf(path: string, address: string): { target: string; isOurs: boolean } {
  if (address.startsWith('.')) return { target: posix.join(posix.dirname(path), address), isOurs: true };
  if (address.startsWith('node:')) return { target: address, isOurs: false };
  const parts = address.split('/').slice(0, address.startsWith('@') ? 2 : 1);
  return { target: parts.join('/'), isOurs: false };
}
