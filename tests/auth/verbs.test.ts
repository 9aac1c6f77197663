import { describe, expect, test } from "vitest";
import { grantsFor, mayDo, verbs, type Grant, type Role, type Verb } from "@/lib/auth/verbs";

/**
 * The whole table of who may do what, written out by hand (domain guide §16). Columns: 系统管理员, 安全管理员, 审计员,
 * 局领导, officer of the verb's own programme, officer of another one, 联络员, 职工, 宿舍管理员. Whoever adds a verb adds its line.
 */
const table = `
                             SYS SEC AUD LEAD OWN OTHER LIA WRK
people.view                   -   -   -   x    x    x    x   -
people.create                 -   -   -   -    x    -    -   -
people.change                 -   -   -   -    x    -    -   -
people.reveal                 -   -   -   -    x    x    -   -
people.propose                -   -   -   -    -    -    x   -
people.decide                 -   -   -   -    x    -    -   -
people.import                 -   -   -   -    x    -    -   -
people.export                 -   -   -   -    x    -    -   -
people.viewUnits              x   x   -   x    x    x    x   -
people.changeUnits            x   -   -   -    -    -    -   -
cases.view                    -   -   -   x    x    x    x   -
cases.open                    -   -   -   -    x    x    x   -
cases.move                    -   -   -   x    x    x    x   -
cases.edit                    -   -   -   -    x    x    -   -
cases.note                    -   -   -   x    x    x    x   -
cases.handOver                -   -   -   -    x    x    x   -
cases.decideHandOver          -   -   -   -    x    x    x   -
cases.copy                    -   -   -   -    x    x    -   -
cases.urge                    -   -   -   x    x    x    -   -
cases.supervise               -   -   -   x    -    -    -   -
cases.askExtension            -   -   -   -    x    x    x   -
cases.decideExtension         -   -   -   x    -    -    -   -
cases.void                    -   -   -   -    x    x    -   -
cases.export                  -   -   -   x    x    x    -   -
cases.viewSignOffs            -   -   -   x    x    x    x   -
cases.grant                   -   -   -   -    x    x    -   -
cases.signOff                 -   -   -   -    x    x    x   -
cases.reverseSignOff          -   -   -   -    x    x    -   -
cases.exportSignOffs          -   -   -   x    x    x    -   -
cases.viewAttachments         -   -   -   x    x    x    x   -
cases.attach                  -   -   -   -    x    x    x   -
cases.checkOriginal           -   -   -   -    x    x    x   -
cases.voidAttachment          -   -   -   -    x    x    -   -
notices.view                  -   -   -   x    x    x    x   -
notices.draft                 -   -   -   -    x    x    -   -
notices.publish               -   -   -   x    x    x    -   -
notices.void                  -   -   -   x    x    x    -   -
notices.object                -   -   -   -    x    x    x   -
notices.check                 -   -   -   -    x    x    -   -
notices.settle                -   -   -   x    -    -    -   -
reception.view                -   -   -   x    x    -    x   -
reception.plan                -   -   -   -    x    -    -   -
reception.publish             -   -   -   -    x    -    -   -
reception.reschedule          -   -   -   -    x    -    -   -
reception.cancelDay           -   -   -   x    -    -    -   -
reception.book                -   -   -   -    x    -    -   -
reception.bookFor             -   -   -   -    -    -    x   -
reception.cover               -   -   -   -    -    -    x   -
reception.receive             -   -   -   -    x    -    -   -
reception.recordMatter        -   -   -   -    x    -    -   -
reception.settleReview        -   -   -   -    x    -    -   -
reception.closeDay            -   -   -   -    x    -    -   -
calendar.view                 x   -   -   x    x    x    x   -
calendar.correct              x   -   -   -    -    -    -   -
calendar.settle               -   -   -   -    x    x    -   -
parameters.view               x   -   -   x    x    x    -   -
parameters.change             x   -   -   -    -    -    -   -
accounts.view                 x   x   -   -    -    -    -   -
accounts.create               x   -   -   -    -    -    -   -
accounts.disable              x   -   -   -    -    -    -   -
accounts.enable               x   -   -   -    -    -    -   -
accounts.grant                -   x   -   -    -    -    -   -
accounts.resetSecret          -   x   -   -    -    -    -   -
accounts.unlock               -   x   -   -    -    -    -   -
accounts.endSessions          -   x   -   -    -    -    -   -
accounts.own                  x   x   x   x    x    x    x   x
audit.view                    -   -   x   -    -    -    -   -
audit.export                  -   -   x   -    -    -    -   -
exports.view                  -   -   -   x    x    x    -   -
exports.decide                -   -   -   x    x    x    -   -
dashboard.view                -   -   -   x    x    x    x   -
hardship.view                 -   -   -   x    x    -    x   -
hardship.apply                -   -   -   -    x    -    x   -
hardship.check                -   -   -   -    x    -    x   -
hardship.assess               -   -   -   -    x    -    -   -
hardship.agree                -   -   -   -    x    -    -   -
hardship.approve              -   -   -   x    -    -    -   -
hardship.review               -   -   -   -    x    -    -   -
hardship.cancel               -   -   -   -    x    -    -   -
hardship.reveal               -   -   -   -    x    -    -   -
hardship.import               -   -   -   -    x    -    -   -
hardship.export               -   -   -   x    x    -    -   -
hardship.planVisits           -   -   -   -    x    -    -   -
hardship.nominateVisits       -   -   -   -    x    -    x   -
hardship.agreeVisits          -   -   -   -    x    -    -   -
hardship.approveVisits        -   -   -   x    -    -    -   -
hardship.confirmVisits        -   -   -   x    x    -    -   -
hardship.organiseVisits       -   -   -   -    x    -    -   -
hardship.recordVisit          -   -   -   x    x    x    x   -
hardship.revealVisit          -   -   -   x    x    x    x   -
hardship.confirmGiving        -   -   -   x    x    x    x   -
hardship.askReceipt           -   -   -   -    x    -    -   -
relief.view                   -   -   -   x    x    -    x   -
relief.report                 -   -   -   -    x    -    x   -
relief.handle                 -   -   -   -    x    -    -   -
relief.decide                 -   -   -   x    x    -    -   -
relief.followUp               -   -   -   -    x    -    -   -
relief.reveal                 -   -   -   -    x    -    -   -
relief.export                 -   -   -   x    x    -    -   -
my.relief                     -   -   -   -    -    -    -   x
dormitories.view              -   -   -   x    x    -    x   -
dormitories.apply             -   -   -   -    x    -    x   -
dormitories.check             -   -   -   -    x    -    x   -
dormitories.allot             -   -   -   -    x    -    -   -
dormitories.agree             -   -   -   -    x    -    -   -
dormitories.approve           -   -   -   x    -    -    -   -
dormitories.house             -   -   -   -    x    -    -   -
dormitories.build             -   -   -   -    x    -    -   -
dormitories.inspect           -   -   -   -    x    -    -   -
dormitories.rate              -   -   -   -    x    -    -   -
dormitories.repair            -   -   -   -    x    -    -   -
my.dormitory                  -   -   -   -    -    -    -   x
schooling.view                -   -   -   -    x    -    x   -
schooling.totals              -   -   -   x    x    -    -   -
schooling.register            -   -   -   -    x    -    x   -
schooling.collect             -   -   -   -    x    -    x   -
schooling.reveal              -   -   -   -    x    -    x   -
schooling.plan                -   -   -   -    x    -    x   -
schooling.review              -   -   -   -    x    -    -   -
schooling.giveUp              -   -   -   -    x    -    -   -
schooling.letter              -   -   -   -    x    -    -   -
schooling.approveLetter       -   -   -   x    -    -    -   -
schooling.print               -   -   -   -    x    -    -   -
schooling.export              -   -   -   -    x    -    -   -
schooling.reduce              -   -   -   -    x    -    -   -
my.schooling                  -   -   -   -    -    -    -   x
insurance.view                -   -   -   -    x    -    x   -
insurance.totals              -   -   -   x    x    -    x   -
insurance.draft               -   -   -   -    x    -    x   -
insurance.check               -   -   -   -    x    -    -   -
insurance.pursue              -   -   -   -    x    -    x   -
insurance.transfer            -   -   -   -    x    -    -   -
insurance.export              -   -   -   -    x    -    -   -
insurance.import              -   -   -   -    x    -    -   -
insurance.compare             -   -   -   -    x    -    -   -
my.insurance                  -   -   -   -    -    -    -   x
my.hardship                   -   -   -   -    -    -    -   x
my.home                       -   -   -   -    -    -    -   x
my.cases                      -   -   -   -    -    -    -   x
my.confirm                    -   -   -   -    -    -    -   x
my.reopen                     -   -   -   -    -    -    -   x
my.withdraw                   -   -   -   -    -    -    -   x
my.book                       -   -   -   -    -    -    -   x
my.cancelBooking              -   -   -   -    -    -    -   x
my.profile                    -   -   -   -    -    -    -   x
my.changeContact              -   -   -   -    -    -    -   x
my.whoLooked                  -   -   -   -    -    -    -   x
my.received                   -   -   -   -    -    -    -   x
my.answerReceipt              -   -   -   -    -    -    -   x
my.notices                    -   -   -   -    -    -    -   x
my.object                     -   -   -   -    -    -    -   x
                             SYS SEC AUD LEAD OWN OTHER LIA WRK WAR
people.view                   -   -   -   x    x    x    x   -   -
people.create                 -   -   -   -    x    -    -   -   -
people.change                 -   -   -   -    x    -    -   -   -
people.reveal                 -   -   -   -    x    x    -   -   -
people.propose                -   -   -   -    -    -    x   -   -
people.decide                 -   -   -   -    x    -    -   -   -
people.import                 -   -   -   -    x    -    -   -   -
people.export                 -   -   -   -    x    -    -   -   -
people.viewUnits              x   x   -   x    x    x    x   -   -
people.changeUnits            x   -   -   -    -    -    -   -   -
cases.view                    -   -   -   x    x    x    x   -   -
cases.open                    -   -   -   -    x    x    x   -   -
cases.move                    -   -   -   x    x    x    x   -   -
cases.edit                    -   -   -   -    x    x    -   -   -
cases.note                    -   -   -   x    x    x    x   -   -
cases.handOver                -   -   -   -    x    x    x   -   -
cases.decideHandOver          -   -   -   -    x    x    x   -   -
cases.copy                    -   -   -   -    x    x    -   -   -
cases.urge                    -   -   -   x    x    x    -   -   -
cases.supervise               -   -   -   x    -    -    -   -   -
cases.askExtension            -   -   -   -    x    x    x   -   -
cases.decideExtension         -   -   -   x    -    -    -   -   -
cases.void                    -   -   -   -    x    x    -   -   -
cases.export                  -   -   -   x    x    x    -   -   -
cases.viewSignOffs            -   -   -   x    x    x    x   -   -
cases.grant                   -   -   -   -    x    x    -   -   -
cases.signOff                 -   -   -   -    x    x    x   -   -
cases.reverseSignOff          -   -   -   -    x    x    -   -   -
cases.exportSignOffs          -   -   -   x    x    x    -   -   -
cases.viewAttachments         -   -   -   x    x    x    x   -   -
cases.attach                  -   -   -   -    x    x    x   -   -
cases.checkOriginal           -   -   -   -    x    x    x   -   -
cases.voidAttachment          -   -   -   -    x    x    -   -   -
notices.view                  -   -   -   x    x    x    x   -   -
notices.draft                 -   -   -   -    x    x    -   -   -
notices.publish               -   -   -   x    x    x    -   -   -
notices.void                  -   -   -   x    x    x    -   -   -
notices.object                -   -   -   -    x    x    x   -   -
notices.check                 -   -   -   -    x    x    -   -   -
notices.settle                -   -   -   x    -    -    -   -   -
reception.view                -   -   -   x    x    -    x   -   -
reception.plan                -   -   -   -    x    -    -   -   -
reception.publish             -   -   -   -    x    -    -   -   -
reception.reschedule          -   -   -   -    x    -    -   -   -
reception.cancelDay           -   -   -   x    -    -    -   -   -
reception.book                -   -   -   -    x    -    -   -   -
reception.bookFor             -   -   -   -    -    -    x   -   -
reception.cover               -   -   -   -    -    -    x   -   -
reception.receive             -   -   -   -    x    -    -   -   -
reception.recordMatter        -   -   -   -    x    -    -   -   -
reception.settleReview        -   -   -   -    x    -    -   -   -
reception.closeDay            -   -   -   -    x    -    -   -   -
calendar.view                 x   -   -   x    x    x    x   -   -
calendar.correct              x   -   -   -    -    -    -   -   -
calendar.settle               -   -   -   -    x    x    -   -   -
parameters.view               x   -   -   x    x    x    -   -   -
parameters.change             x   -   -   -    -    -    -   -   -
accounts.view                 x   x   -   -    -    -    -   -   -
accounts.create               x   -   -   -    -    -    -   -   -
accounts.disable              x   -   -   -    -    -    -   -   -
accounts.enable               x   -   -   -    -    -    -   -   -
accounts.grant                -   x   -   -    -    -    -   -   -
accounts.resetSecret          -   x   -   -    -    -    -   -   -
accounts.unlock               -   x   -   -    -    -    -   -   -
accounts.endSessions          -   x   -   -    -    -    -   -   -
accounts.own                  x   x   x   x    x    x    x   x   x
audit.view                    -   -   x   -    -    -    -   -   -
audit.export                  -   -   x   -    -    -    -   -   -
exports.view                  -   -   -   x    x    x    -   -   -
exports.decide                -   -   -   x    x    x    -   -   -
dashboard.view                -   -   -   x    x    x    x   -   -
hardship.view                 -   -   -   x    x    -    x   -   -
hardship.apply                -   -   -   -    x    -    x   -   -
hardship.check                -   -   -   -    x    -    x   -   -
hardship.assess               -   -   -   -    x    -    -   -   -
hardship.agree                -   -   -   -    x    -    -   -   -
hardship.approve              -   -   -   x    -    -    -   -   -
hardship.review               -   -   -   -    x    -    -   -   -
hardship.cancel               -   -   -   -    x    -    -   -   -
hardship.reveal               -   -   -   -    x    -    -   -   -
hardship.import               -   -   -   -    x    -    -   -   -
hardship.export               -   -   -   x    x    -    -   -   -
hardship.planVisits           -   -   -   -    x    -    -   -   -
hardship.nominateVisits       -   -   -   -    x    -    x   -   -
hardship.agreeVisits          -   -   -   -    x    -    -   -   -
hardship.approveVisits        -   -   -   x    -    -    -   -   -
hardship.confirmVisits        -   -   -   x    x    -    -   -   -
hardship.organiseVisits       -   -   -   -    x    -    -   -   -
hardship.recordVisit          -   -   -   x    x    x    x   -   -
hardship.revealVisit          -   -   -   x    x    x    x   -   -
hardship.confirmGiving        -   -   -   x    x    x    x   -   -
hardship.askReceipt           -   -   -   -    x    -    -   -   -
relief.view                   -   -   -   x    x    -    x   -   -
relief.report                 -   -   -   -    x    -    x   -   -
relief.handle                 -   -   -   -    x    -    -   -   -
relief.decide                 -   -   -   x    x    -    -   -   -
relief.followUp               -   -   -   -    x    -    -   -   -
relief.reveal                 -   -   -   -    x    -    -   -   -
relief.export                 -   -   -   x    x    -    -   -   -
my.relief                     -   -   -   -    -    -    -   x   -
dormitories.view              -   -   -   x    x    -    x   -   x
dormitories.line              -   -   -   x    x    -    x   -   -
dormitories.apply             -   -   -   -    x    -    x   -   -
dormitories.check             -   -   -   -    x    -    x   -   -
dormitories.allot             -   -   -   -    x    -    -   -   -
dormitories.agree             -   -   -   -    x    -    -   -   -
dormitories.approve           -   -   -   x    -    -    -   -   -
dormitories.house             -   -   -   -    x    -    -   -   x
dormitories.build             -   -   -   -    x    -    -   -   -
dormitories.inspect           -   -   -   -    x    -    -   -   x
dormitories.rate              -   -   -   -    x    -    -   -   -
dormitories.export            -   -   -   x    x    -    -   -   -
dormitories.repair            -   -   -   -    x    -    -   -   x
dormitories.living            -   -   -   x    x    -    -   -   x
dormitories.visit             -   -   -   -    x    -    -   -   x
dormitories.revealGuest       -   -   -   -    x    -    -   -   x
dormitories.meter             -   -   -   -    x    -    -   -   x
dormitories.settle            -   -   -   -    x    -    -   -   -
dormitories.confirm           -   -   -   x    x    -    -   -   -
my.dormitory                  -   -   -   -    -    -    -   x   -
schooling.view                -   -   -   -    x    -    x   -   -
schooling.totals              -   -   -   x    x    -    -   -   -
schooling.register            -   -   -   -    x    -    x   -   -
schooling.collect             -   -   -   -    x    -    x   -   -
schooling.reveal              -   -   -   -    x    -    x   -   -
schooling.plan                -   -   -   -    x    -    x   -   -
schooling.review              -   -   -   -    x    -    -   -   -
schooling.giveUp              -   -   -   -    x    -    -   -   -
schooling.letter              -   -   -   -    x    -    -   -   -
schooling.approveLetter       -   -   -   x    -    -    -   -   -
schooling.print               -   -   -   -    x    -    -   -   -
schooling.export              -   -   -   -    x    -    -   -   -
schooling.reduce              -   -   -   -    x    -    -   -   -
my.schooling                  -   -   -   -    -    -    -   x   -
insurance.view                -   -   -   -    x    -    x   -   -
insurance.totals              -   -   -   x    x    -    x   -   -
insurance.draft               -   -   -   -    x    -    x   -   -
insurance.check               -   -   -   -    x    -    -   -   -
insurance.pursue              -   -   -   -    x    -    x   -   -
insurance.transfer            -   -   -   -    x    -    -   -   -
insurance.export              -   -   -   -    x    -    -   -   -
my.insurance                  -   -   -   -    -    -    -   x   -
my.hardship                   -   -   -   -    -    -    -   x   -
my.home                       -   -   -   -    -    -    -   x   -
my.cases                      -   -   -   -    -    -    -   x   -
my.confirm                    -   -   -   -    -    -    -   x   -
my.reopen                     -   -   -   -    -    -    -   x   -
my.withdraw                   -   -   -   -    -    -    -   x   -
my.book                       -   -   -   -    -    -    -   x   -
my.cancelBooking              -   -   -   -    -    -    -   x   -
my.profile                    -   -   -   -    -    -    -   x   -
my.changeContact              -   -   -   -    -    -    -   x   -
my.whoLooked                  -   -   -   -    -    -    -   x   -
my.received                   -   -   -   -    -    -    -   x   -
my.answerReceipt              -   -   -   -    -    -    -   x   -
my.notices                    -   -   -   -    -    -    -   x   -
my.object                     -   -   -   -    -    -    -   x   -
`;

const columns = ["SYS", "SEC", "AUD", "LEAD", "OWN", "OTHER", "LIA", "WRK", "WAR"] as const;
type Column = (typeof columns)[number];

const lines = table
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.trim().split(/\s+/));
const written = new Map(lines.map(([verb = "", ...marks]) => [verb, marks]));
const all = Object.keys(verbs) as Verb[];
const grant = (role: Role, programme = ""): Grant => ({ role, programme, unitIds: [] });

function held(column: Column, verb: Verb): Grant {
  const own = verb.slice(0, verb.indexOf("."));
  const grants = {
    SYS: grant("SYSTEM_ADMIN"),
    SEC: grant("SECURITY_ADMIN"),
    AUD: grant("AUDITOR"),
    LEAD: grant("LEADER"),
    OWN: grant("OFFICER", own),
    OTHER: grant("OFFICER", own === "volunteers" ? "facilities" : "volunteers"),
    LIA: grant("LIAISON"),
    WRK: grant("WORKER"),
    WAR: grant("WARDEN"),
  };

  return grants[column];
}

describe("the table of rights", () => {
  test("names every verb and no other", () => {
    expect([...written.keys()].sort()).toEqual([...all].sort());
  });

  test.each(all)("%s", (verb) => {
    const found = columns.map((column) => (mayDo(verb, [held(column, verb)]) ? "x" : "-"));
    expect(Object.fromEntries(columns.map((column, i) => [column, found[i]]))).toEqual(
      Object.fromEntries(columns.map((column, i) => [column, written.get(verb)?.[i]])),
    );
  });

  test("nobody without a role may do anything", () => {
    expect(all.filter((verb) => mayDo(verb, []))).toEqual([]);
  });

  test("the verb's programme counts, not that of another grant held beside it", () => {
    const both = [grant("OFFICER", "insurance"), grant("LIAISON")];
    expect(grantsFor("people.create", both)).toEqual([]);
    expect(grantsFor("reception.bookFor", both)).toEqual([grant("LIAISON")]);
  });
});

describe("three administrators (security guide §9.2)", () => {
  const may = (role: Role) => all.filter((verb) => mayDo(verb, [grant(role)]));
  const aboutAccounts = (verb: Verb) => verb.startsWith("accounts.");

  test("(c) none of the three sees welfare data", () => {
    const welfare = all.filter(
      (verb) => !/^(accounts|audit|parameters|calendar)\./.test(verb) && !verb.endsWith("Units"),
    );
    const seen = (["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const).flatMap(may);
    expect(seen.filter((verb) => welfare.includes(verb))).toEqual([]);
  });

  test("(d) the auditor has no write but the export", () => {
    expect(may("AUDITOR").sort()).toEqual(["accounts.own", "audit.export", "audit.view"]);
  });

  test("who makes accounts grants nothing, who grants makes none", () => {
    expect(may("SYSTEM_ADMIN").filter(aboutAccounts)).toEqual([
      "accounts.view",
      "accounts.create",
      "accounts.disable",
      "accounts.enable",
      "accounts.own",
    ]);
    expect(may("SECURITY_ADMIN").filter(aboutAccounts)).toEqual([
      "accounts.view",
      "accounts.grant",
      "accounts.resetSecret",
      "accounts.unlock",
      "accounts.endSessions",
      "accounts.own",
    ]);
  });

  test("a worker's session opens the worker's own pages and nothing of the office", () => {
    expect(may("WORKER").filter((verb) => !verb.startsWith("my."))).toEqual(["accounts.own"]);
  });
});
