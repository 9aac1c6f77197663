import { globalIgnores } from "eslint/config";
import nextVitals from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

/** One forbidden piece of syntax. The message says where the code belongs instead. */
const ban = (selector, message) => ({ selector, message });

const typed = "/^(input|form|values?|body|data|fields|draft|submission|change|patch)$/";
const namedColumns = ban(
  `Property[key.name='data'] > ObjectExpression > SpreadElement:matches([argument.name=${typed}], [argument.object.name=${typed}])`,
  "Name every column (data: { a: input.a, … }): a spread lets a form write columns that it does not show.",
);
const anywhere = [
  ban(
    "MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/], MemberExpression[object.name='Prisma'][property.name='raw']",
    "Text glued into SQL is an injection. Use the tagged template $queryRaw`… ${value} …` or Prisma.sql.",
  ),
  ban(
    "JSXAttribute[name.name='style']",
    "The Content-Security-Policy drops inline styles. Use a utility class of app/globals.css, or an SVG attribute.",
  ),
  ban(
    "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    "Raw HTML is stored XSS. Render text; server-made pictures go into <img src='data:image/svg+xml,…'> (components/chart).",
  ),
  ban("TSEnumDeclaration", "Enums live in prisma/models/*.prisma; elsewhere use a union of strings."),
  ban("ExportAllDeclaration", "No barrels: import the file that holds the thing."),
];
const outsideActions = ban(
  "ExpressionStatement[directive='use server']",
  "Every server action is a public endpoint: it stands in lib/<matter>/actions.ts, made by staffAction or workerAction.",
);
const outsidePlumbing = [
  ban(
    "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
    "Business time comes from permit.now / permit.today, or now() of lib/clock.ts; rules take it as an argument.",
  ),
  ban("MemberExpression[object.name='process'][property.name='env']", "Settings are read through env of lib/env.ts."),
];
const noDefault = ban(
  "ExportDefaultDeclaration",
  "Named exports only; Next's own route files and tools' configuration files are the exceptions.",
);
const restrict = (...bans) => ({ "no-restricted-syntax": ["error", ...bans] });

const noImport = (name, message) => ({ name, message });
const forbiddenImports = [
  noImport(
    "next/image",
    "The image optimiser is off (two of its holes were remote code execution). Use <img> with width and height.",
  ),
  noImport("next/script", "Scripts come from the build and carry the nonce; nothing is loaded by hand."),
  noImport("next/font/google", "No web fonts: a Chinese face is megabytes. The font stack is in app/base.css."),
  noImport("next-auth/react", "Nothing signs in or reads the session in the browser. The gate is lib/auth/gate.ts."),
  noImport("next-auth/jwt", "getToken skips revocation. The gate is lib/auth/gate.ts."),
];
const requestImport = noImport(
  "next/headers",
  "Only lib/auth reads the request. Take what you need from the permit, or add a named reader beside lib/text-size.ts.",
);
const restrictImports = (...paths) => ({ "no-restricted-imports": ["error", { paths }] });

/** What Next looks for by name and reads the default export of. */
const routeFiles =
  "app/**/{page,layout,template,default,error,global-error,not-found,global-not-found,loading,icon,manifest,robots}.{ts,tsx}";

export default tseslint.config(
  globalIgnores([".next/", ".data/", "prisma/generated/", "next-env.d.ts", "test-results/", "playwright-report/"]),
  nextVitals,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      // Style only, and it breaks the one-line early return.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/only-throw-error": ["error", { allowRethrowing: true, allowThrowingUnknown: true }],
      // React awaits what a form action returns.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/restrict-plus-operands": ["error", { allowNumberAndString: true }],
      // Spreading a string cuts it at code points, which is what Chinese names need.
      "@typescript-eslint/no-misused-spread": "off",
      // `Promise<Done | void>`: an action that stays on its page returns nothing.
      "@typescript-eslint/no-invalid-void-type": "off",
      // `async` without `await` keeps a rejected promise a rejected promise; server actions must be async anyway.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["**/*.{ts,tsx,mjs}"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: ["error", "always"],
      "max-lines": ["error", { max: 300, skipBlankLines: false, skipComments: false }],
      "no-console": "error",
      "import/no-anonymous-default-export": "off",
      // Pictures are drawn by the portal itself (QR codes, charts); the optimiser is off.
      "@next/next/no-img-element": "off",
      // Worker pages and ways out of an error are plain links on purpose: no script, and the page is loaded anew.
      "@next/next/no-html-link-for-pages": "off",
      ...restrictImports(...forbiddenImports, requestImport),
      ...restrict(...anywhere, outsideActions, noDefault),
    },
  },
  {
    files: ["**/*.ts"],
    rules: { "max-lines-per-function": ["error", { max: 50, skipBlankLines: false, skipComments: false }] },
  },
  {
    files: ["{app,components,lib}/**/*.{ts,tsx}"],
    rules: restrict(...anywhere, namedColumns, outsideActions, ...outsidePlumbing, noDefault),
  },
  { files: [routeFiles], rules: restrict(...anywhere, outsideActions, ...outsidePlumbing) },
  { files: ["lib/**/actions.ts"], rules: restrict(...anywhere, ...outsidePlumbing, noDefault) },
  {
    // Session and password time is real time: a frozen business clock must not keep a stolen cookie alive.
    files: ["lib/auth/**/*.ts", "lib/clock.ts", "lib/env.ts"],
    rules: restrict(...anywhere, namedColumns, outsideActions, noDefault),
  },
  {
    // The two that resolve who is asking, the reader of the text-size cookie, and its switch.
    files: ["lib/auth/*.ts", "lib/text-size*.ts"],
    rules: restrictImports(...forbiddenImports),
  },
  {
    files: ["*.config.{ts,mjs}", ".dependency-cruiser.mjs", "proxy.ts", "instrumentation*.ts"],
    rules: restrict(...anywhere, outsideActions),
  },
  // A describe block is a chapter, not a function; scripts and the test runner speak to the terminal.
  {
    files: ["tests/**/*.{ts,tsx}"],
    rules: {
      "max-lines-per-function": "off",
      "react-hooks/rules-of-hooks": "off", // Playwright hands a fixture on with a function called use
    },
  },
  {
    // Vitest reads the default export of its global set-up and merges an interface of that name.
    files: ["tests/setup/global.ts"],
    rules: { "@typescript-eslint/consistent-type-definitions": "off", ...restrict(...anywhere, outsideActions) },
  },
  { files: ["prisma/**/*.{ts,mjs}", "tests/setup/**/*.ts", "lib/log.ts"], rules: { "no-console": "off" } },
);
