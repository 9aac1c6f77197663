import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A source file by its path from the root of the repository. The checks below take these, so that a test can plant a bad one. */
export type Source = { path: string; text: string };
/** One sentence: which file breaks which agreement. */
export type Complaint = string;

export const root = path.resolve(import.meta.dirname, "../..");

/** Names at the top of the repository that git does not keep. */
export function ignoredNames(): string[] {
  const lines = readFileSync(path.join(root, ".gitignore"), "utf8").split("\n");

  return [".git", ...lines.map((line) => line.trim().replace(/\/$/, "")).filter(Boolean)];
}

/** Every file below `folder` that the project wrote itself (nothing generated), as paths from the root. */
export function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith("prisma/generated/"));
}

/** The TypeScript of the project. */
export function sources(): Source[] {
  const files = ["app", "components", "lib", "prisma", "tests"].flatMap(filesBelow);

  return files
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), "utf8") }));
}

const vocabulary = ["schema", "rules", "queries", "commands", "actions", "words"];
/** lib/auth is the one folder with its own names. */
const authNames = [
  "address",
  "credentials",
  "gate",
  "handler",
  "hashing",
  "limits",
  "options",
  "paths",
  "permit",
  "session",
  "sign-in",
  "verbs",
];
const drawers = /(^|\/)(index|utils?|helpers?|types?|constants?|hooks?|services?|misc|common)(\.|\/|$)/;

/** File names: the six of the vocabulary in lib, kebab-case, and no drawer into which anything fits. */
export function misnamed(file: string): Complaint[] {
  const complaints: Complaint[] = [];
  const words = file.split("/");
  const name = words.at(-1) ?? "";
  const stem = name.replace(/\..*$/, "");
  if (drawers.test(file)) complaints.push(`${file}: a drawer; name the file after its one subject`);
  const isRouteFolder = /^app\//.test(file);
  const parts = isRouteFolder ? [stem] : [...words.slice(0, -1), stem];
  if (!name.startsWith(".") && parts.some((part) => !/^_?[a-z0-9]+(-[a-z0-9]+)*$/.test(part)) && /\.tsx?$/.test(name)) {
    complaints.push(`${file}: names are kebab-case`);
  }
  if (words[0] !== "lib" || words.length === 2) return complaints;
  const allowed = words[1] === "auth" ? [...authNames, ...vocabulary] : vocabulary;
  if (!name.endsWith(".ts") || !allowed.includes(name.slice(0, -3))) {
    complaints.push(`${file}: in lib/${words[1] ?? ""} a file is one of ${allowed.join(", ")} (.ts)`);
  }

  return complaints;
}

/** `actions.ts` exports results of staffAction and workerAction, nothing else: each export is a public endpoint. */
export function looseActions({ path: file, text }: Source): Complaint[] {
  const tree = parse({ path: file, text });
  const complaints = text.trimStart().startsWith('"use server"') ? [] : [`${file}: begins with "use server"`];
  for (const statement of tree.statements) {
    if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) {
      complaints.push(`${file}: exports only const x = staffAction(…) or workerAction(…)`);
    }
    if (!isExported(statement)) continue;
    const made = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
    const isMade =
      made.length > 0 && made.every(({ initializer }) => isCallOf(initializer, ["staffAction", "workerAction"]));
    const isType = ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement);
    if (!isMade && !isType) complaints.push(`${file}: ${head(statement)} is not made by staffAction or workerAction`);
  }

  return complaints;
}

/** A page asks the gate before it does anything else. */
export function ungatedPage(source: Source): Complaint[] {
  const page = parse(source).statements.find((statement) => isDefault(statement));
  const body = page && ts.isFunctionDeclaration(page) ? page.body : undefined;
  const first = body?.statements[0];
  if (!first) return [`${source.path}: the page is an async function that begins with await authorise(verb)`];
  const isGated = holds(first, (node) => ts.isAwaitExpression(node) && isCallOf(node.expression, ["authorise"]));

  return isGated ? [] : [`${source.path}: the first statement of a page is const permit = await authorise(verb)`];
}

/** A layout is not run again when its pages change, so what it checks protects nothing. */
export function gatedLayout(source: Source): Complaint[] {
  const isGated = holds(parse(source), (node) => isCallOf(node, ["authorise"]));

  return isGated ? [`${source.path}: layouts authorise nothing; the page does`] : [];
}

/** Every exported function of queries.ts and commands.ts, with the types of its first two parameters. */
export function openFunctions(source: Source): { name: string; takes: string[] }[] {
  const found: { name: string; takes: string[] }[] = [];
  const tree = parse(source);
  const takes = (parameters: ts.NodeArray<ts.ParameterDeclaration>) =>
    parameters.slice(0, 2).map((parameter) => parameter.type?.getText(tree) ?? "");
  for (const statement of tree.statements.filter(isExported)) {
    if (ts.isFunctionDeclaration(statement)) {
      found.push({ name: `${source.path} ${statement.name?.text ?? ""}`, takes: takes(statement.parameters) });
    }
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const arrow = functionIn(initializer);
      if (arrow) found.push({ name: `${source.path} ${name.getText(tree)}`, takes: takes(arrow.parameters) });
    }
  }

  return found;
}

/** Whether a function proves its right: the permit first, or the transaction it joins and then the permit. */
export function takesPermit(takes: readonly string[]): boolean {
  const [first = "", second = ""] = takes;

  return /^Permit\b/.test(first) || (/^(Tx|Reader)$/.test(first) && /^Permit\b/.test(second));
}

/** Files above the limit of lines. */
export function tooLong({ path: file, text }: Source, most = 300): Complaint[] {
  const lines = text.replace(/\n$/, "").split("\n").length;

  return lines > most ? [`${file}: ${lines} lines; divide it by noun (at most ${most})`] : [];
}

const machineTraces = [
  /(?<![\w.-])\/(work|home|root|Users|tmp)\/[\w.-]+/,
  /\b(registry\.[a-z]|npm[j]s|deb[.]debian)/,
  /\b(TO[D]O|FIX[M]E|XX[X]|HAC[K])\b/,
  /@ts-(ignore|nocheck)/,
  /\b(describe|test|it)\.(only|skip|todo|fixme)\(/,
];

/** Paths of somebody's machine, hosts of package registries, unfinished work, tests that are switched off. */
export function traces({ path: file, text }: Source): Complaint[] {
  const lines = text.split("\n").map((line, at) => ({ line, at: at + 1 }));

  return lines
    .filter(({ line }) => machineTraces.some((trace) => trace.test(line)))
    .map(({ line, at }) => `${file}:${at}: ${line.trim()}`);
}

function parse({ path: file, text }: Source): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** Whether the node or something inside it is what is looked for. */
function holds(node: ts.Node, isWanted: (node: ts.Node) => boolean): boolean {
  return isWanted(node) || (node.forEachChild((child) => holds(child, isWanted) || undefined) ?? false);
}

function isExported(statement: ts.Statement): boolean {
  return modifiers(statement).includes(ts.SyntaxKind.ExportKeyword);
}

function isDefault(statement: ts.Statement): boolean {
  return modifiers(statement).includes(ts.SyntaxKind.DefaultKeyword);
}

function modifiers(statement: ts.Statement): ts.SyntaxKind[] {
  return ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []).map(({ kind }) => kind) : [];
}

function isCallOf(node: ts.Node | undefined, names: readonly string[]): boolean {
  return (
    node !== undefined &&
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    names.includes(node.expression.text)
  );
}

/** The function behind `const x = cache(async (permit) => …)` or a plain arrow. */
function functionIn(node: ts.Expression | undefined): ts.ArrowFunction | ts.FunctionExpression | undefined {
  if (node === undefined) return undefined;
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return node;

  return ts.isCallExpression(node) ? node.arguments.map(functionIn).find(Boolean) : undefined;
}

function head(statement: ts.Statement): string {
  return (statement.getText().split("\n")[0] ?? "").slice(0, 60);
}
