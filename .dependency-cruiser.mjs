// Direction of imports: app → components → lib → prisma. A broken rule says where the code belongs instead.

/** Matters that every other matter may use; the rest are strangers to each other. */
const shared = "auth|audit|people|cases|calendar|parameters|notices|imports|exports";

/**
 * The only files that open the database: queries and commands, the sign-in (lib/auth, with the counters of failed
 * ones), and by name the health check, which asks the database whether it is alive.
 */
const doors = "^lib/(health|auth/(session|gate|credentials|limits)|.+/(queries|commands))\\.ts$";

const matter = "^lib/[^/]+/";
const rule = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

export default {
  forbidden: [
    rule(
      "no-cycles",
      "Two files that need each other are one file, or share a third one.",
      { pathNot: "^prisma/generated/" },
      { circular: true },
    ),
    rule(
      "no-missing-imports",
      "The imported file or package does not exist, or the package is not in package.json.",
      {},
      { couldNotResolve: true },
    ),
    rule(
      "nothing-imports-app",
      "app/ holds routes only. Shared screens go to components/, the rest to lib/.",
      { pathNot: "^(app|tests)/" },
      { path: "^app/" },
    ),
    rule(
      "lib-knows-no-screen",
      "lib/ returns data; app/ and components/ show it.",
      { path: "^(lib|prisma)/" },
      { path: "^(components|app)/" },
    ),
    rule(
      "ui-knows-no-matter",
      "components/ui and components/chart could ship in another product: pass values in, or move the file to components/<matter>.",
      { path: "^components/(ui|chart)/" },
      { path: matter },
    ),
    rule(
      "matters-are-strangers",
      "A matter uses auth, audit, people, cases, calendar, parameters, notices and the plumbing. Join two matters on the page, or through a case.",
      { path: "^lib/([^/]+)/", pathNot: "^lib/(dashboard|exports/lists)/" },
      { path: matter, pathNot: `^lib/($1|${shared})/` },
    ),
    rule(
      "dashboard-reads-only",
      "The dashboard reads other matters' queries and changes nothing.",
      { path: "^lib/dashboard/" },
      { path: "^lib/(?!dashboard/).+/(commands|actions)\\.ts$" },
    ),
    rule(
      "database-only-behind-queries-and-commands",
      "The database is opened in queries.ts (reads) and commands.ts (writes), which take a Permit first.",
      { path: "^(app|components|lib)/", pathNot: doors },
      { path: "^prisma/(client\\.ts|generated/(?!enums))", dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "screens-never-call-commands",
      "A screen submits a form to actions.ts; staffAction or workerAction calls the command.",
      { path: "^(app|components)/" },
      { path: "^lib/.+/commands\\.ts$" },
    ),
    rule(
      "commands-know-no-form",
      "Commands and queries take typed input; forms and redirects stay in actions.ts.",
      { path: "^lib/.+/(commands|queries)\\.ts$" },
      { path: "(^lib/action\\.ts$|/actions\\.ts$)" },
    ),
    rule(
      "rules-are-pure",
      "Rules, schemas and words do no I/O: pass facts and time in as arguments.",
      { path: "^lib/.+/(rules|schema|words)\\.ts$" },
      {
        path: "(/(queries|commands|actions|gate|session)\\.ts$|^lib/clock\\.ts$|^prisma/client|node_modules/(next|react|react-dom|pg|next-auth)/)",
      },
    ),
    rule(
      "client-knows-no-matter",
      "What runs the database knows no matter; only the seed and the first administrators do.",
      { path: "^prisma/", pathNot: "^prisma/(seed|generated|first-admin)" },
      { path: matter },
    ),
    rule(
      "next-auth-only-in-lib-auth",
      "The sign-in library can be replaced in one folder. Ask authorise() or may() of lib/auth/gate.ts.",
      { path: "^(app|components|lib)/", pathNot: "^(lib/auth/|app/api/auth/)" },
      { path: "node_modules/next-auth/" },
    ),
    rule(
      "only-the-gate-mints-permits",
      "A Permit is the proof that the gate was passed. Call authorise(verb) and hand the permit on.",
      { path: "^(app|components|lib)/", pathNot: "^lib/auth/gate\\.ts$" },
      { path: "^lib/auth/permit\\.ts$", dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "product-needs-no-test-tools",
      "What runs in production stands in dependencies, not devDependencies.",
      { path: "^(app|components|lib|prisma)/", pathNot: "^prisma/generated/" },
      { dependencyTypes: ["npm-dev"] },
    ),
    rule(
      "nothing-imports-tests",
      "Test fixtures stay in tests/.",
      { pathNot: "^tests/|^vitest\\.|^playwright\\." },
      { path: "^tests/" },
    ),
  ],
  required: [
    {
      name: "server-only",
      severity: "error",
      comment: 'First line: import "server-only", so that no query or command ever reaches the browser\'s bundle.',
      module: { path: "^lib/.+/(queries|commands)\\.ts$" },
      to: { path: "server-only" },
    },
    {
      name: "through-the-gate",
      severity: "error",
      comment: "actions.ts exports results of staffAction and workerAction (lib/action.ts), nothing else.",
      module: { path: "^lib/.+/actions\\.ts$" },
      to: { path: "^lib/action\\.ts$" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules|^prisma/generated/" },
    exclude: { path: "^(\\.next|\\.data)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
