import path from "node:path";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";
import { root } from "../setup/structure";

describe("forbidden syntax", () => {
  const planted: [file: string, text: string, rule: string][] = [
    ["lib/cases/queries.ts", "export const read = () => db.$queryRawUnsafe(sql);", "no-restricted-syntax"],
    [
      "lib/cases/commands.ts",
      "export const write = (input) => db.person.update({ data: { ...input } });",
      "no-restricted-syntax",
    ],
    ["lib/cases/rules.ts", "export const isLate = (due) => due < new Date();", "no-restricted-syntax"],
    ["lib/cases/rules.ts", "export const isLate = (due) => due < Date.now();", "no-restricted-syntax"],
    ["lib/cases/queries.ts", "export const mode = process.env.PORTAL_MODE;", "no-restricted-syntax"],
    [
      "lib/cases/queries.ts",
      `import { cookies } from "next/headers"; export const jar = cookies;`,
      "no-restricted-imports",
    ],
    ["lib/cases/queries.ts", "export default function read() {}", "no-restricted-syntax"],
    [
      "app/(staff)/cases/page.tsx",
      `export default function P() { async function act() { "use server" } return <form action={act} /> }`,
      "no-restricted-syntax",
    ],
    [
      "app/(staff)/cases/page.tsx",
      "export default function P() { return <p style={{ color: 'red' }}>x</p> }",
      "no-restricted-syntax",
    ],
    [
      "app/(staff)/cases/page.tsx",
      "export default function P() { return <p dangerouslySetInnerHTML={{ __html: '' }} /> }",
      "no-restricted-syntax",
    ],
    ["components/ui/card.tsx", `import Image from "next/image"; export const C = Image;`, "no-restricted-imports"],
    ["lib/cases/words.ts", "export const w = (x: any) => x;", "@typescript-eslint/no-explicit-any"],
    ["lib/cases/words.ts", "export const w = (x?: string) => x!;", "@typescript-eslint/no-non-null-assertion"],
    ["lib/cases/words.ts", "// @ts-expect-error\nexport const w = 1;", "@typescript-eslint/ban-ts-comment"],
    ["lib/cases/queries.ts", `export function long() {\n${"  work();\n".repeat(60)}}`, "max-lines-per-function"],
    ["lib/cases/queries.ts", "export const a = 1;\n".repeat(301), "max-lines"],
  ];
  const eslint = new ESLint({
    cwd: root,
    // The planted text is no file of the project, so the rules that ask for types stay out; tsc and `npm run lint` hold those.
    overrideConfig: [{ files: ["**/*.{ts,tsx}"], ...tseslint.configs.disableTypeChecked }],
  });

  test.each(planted)("%s: %s", async (filePath, text, rule) => {
    const [result] = await eslint.lintText(text, { filePath: path.join(root, filePath) });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
  });
});
