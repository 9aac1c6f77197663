/**
 * Who may do what. One word is the permission, the audit entry and the key that shows the button.
 * OFFICER means an officer who holds the programme named by the verb's first word;
 * ANY_OFFICER an officer of whichever programme; WORKER the person's own matters on the phone.
 * WARDEN a 宿舍管理员, on the own sites only.
 * The three administrators never appear beside welfare data (domain.md §16).
 */
export type Role =
  "SYSTEM_ADMIN" | "SECURITY_ADMIN" | "AUDITOR" | "LEADER" | "OFFICER" | "LIAISON" | "WARDEN" | "WORKER";

export type Grantee = Role | "ANY_OFFICER";

const everybodyInOffice = ["LEADER", "ANY_OFFICER", "LIAISON"] as const;
const everyStaff = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR", "WARDEN", ...everybodyInOffice] as const;

export const verbs = {
  // people
  "people.view": everybodyInOffice,
  "people.create": ["OFFICER"],
  "people.change": ["OFFICER"],
  "people.reveal": ["ANY_OFFICER"],
  "people.propose": ["LIAISON"],
  "people.decide": ["OFFICER"],
  "people.import": ["OFFICER"],
  "people.export": ["OFFICER"],
  "people.viewUnits": ["SYSTEM_ADMIN", "SECURITY_ADMIN", ...everybodyInOffice],
  "people.changeUnits": ["SYSTEM_ADMIN"],
  // cases
  "cases.view": everybodyInOffice,
  "cases.open": ["ANY_OFFICER", "LIAISON"],
  "cases.move": everybodyInOffice,
  "cases.edit": ["ANY_OFFICER"],
  "cases.note": everybodyInOffice,
  "cases.handOver": ["ANY_OFFICER", "LIAISON"],
  "cases.decideHandOver": ["ANY_OFFICER", "LIAISON"],
  "cases.copy": ["ANY_OFFICER"],
  "cases.urge": ["ANY_OFFICER", "LEADER"],
  "cases.supervise": ["LEADER"],
  "cases.askExtension": ["ANY_OFFICER", "LIAISON"],
  "cases.decideExtension": ["LEADER"],
  "cases.void": ["ANY_OFFICER"],
  "cases.export": ["ANY_OFFICER", "LEADER"],
  // what was given and what was handed in, for every programme
  "cases.viewSignOffs": everybodyInOffice,
  "cases.grant": ["ANY_OFFICER"],
  "cases.signOff": ["ANY_OFFICER", "LIAISON"],
  "cases.reverseSignOff": ["ANY_OFFICER"],
  "cases.exportSignOffs": ["ANY_OFFICER", "LEADER"],
  "cases.viewAttachments": everybodyInOffice,
  "cases.attach": ["ANY_OFFICER", "LIAISON"],
  "cases.checkOriginal": ["ANY_OFFICER", "LIAISON"],
  "cases.voidAttachment": ["ANY_OFFICER"],
  // notices: whose programme it is drafts, a leader or the head of that office publishes, a leader settles
  "notices.view": everybodyInOffice,
  "notices.draft": ["ANY_OFFICER"],
  "notices.publish": ["LEADER", "ANY_OFFICER"],
  "notices.void": ["LEADER", "ANY_OFFICER"],
  "notices.object": ["ANY_OFFICER", "LIAISON"],
  "notices.check": ["ANY_OFFICER"],
  "notices.settle": ["LEADER"],
  // reception
  "reception.view": ["OFFICER", "LEADER", "LIAISON"],
  "reception.plan": ["OFFICER"],
  "reception.publish": ["OFFICER"],
  "reception.reschedule": ["OFFICER"],
  "reception.cancelDay": ["LEADER"],
  "reception.book": ["OFFICER"],
  "reception.bookFor": ["LIAISON"],
  "reception.cover": ["LIAISON"],
  "reception.receive": ["OFFICER"],
  "reception.recordMatter": ["OFFICER"],
  "reception.settleReview": ["OFFICER"],
  "reception.closeDay": ["OFFICER"],
  // calendar, parameters
  "calendar.view": ["SYSTEM_ADMIN", ...everybodyInOffice],
  "calendar.correct": ["SYSTEM_ADMIN"],
  "calendar.settle": ["ANY_OFFICER"],
  "parameters.view": ["SYSTEM_ADMIN", "LEADER", "ANY_OFFICER"],
  "parameters.change": ["SYSTEM_ADMIN"],
  // accounts: SYS makes and closes, SEC grants and resets, nobody does both
  "accounts.view": ["SYSTEM_ADMIN", "SECURITY_ADMIN"],
  "accounts.create": ["SYSTEM_ADMIN"],
  "accounts.disable": ["SYSTEM_ADMIN"],
  "accounts.enable": ["SYSTEM_ADMIN"],
  "accounts.grant": ["SECURITY_ADMIN"],
  "accounts.resetSecret": ["SECURITY_ADMIN"],
  "accounts.unlock": ["SECURITY_ADMIN"],
  "accounts.endSessions": ["SECURITY_ADMIN"],
  "accounts.own": [...everyStaff, "WORKER"],
  // audit
  "audit.view": ["AUDITOR"],
  "audit.export": ["AUDITOR"],
  // exports: lists that leave the portal; a second person decides about long and sensitive ones
  "exports.view": ["LEADER", "ANY_OFFICER"],
  "exports.decide": ["LEADER", "ANY_OFFICER"],
  // dashboard
  "dashboard.view": everybodyInOffice,
  // hardship: agreeing and cancelling besides ask for the mark 负责人, see Reach.manages
  "hardship.view": ["OFFICER", "LEADER", "LIAISON"],
  "hardship.apply": ["OFFICER", "LIAISON"],
  "hardship.check": ["OFFICER", "LIAISON"],
  "hardship.assess": ["OFFICER"],
  "hardship.agree": ["OFFICER"],
  "hardship.approve": ["LEADER"],
  "hardship.review": ["OFFICER"],
  "hardship.cancel": ["OFFICER"],
  "hardship.reveal": ["OFFICER"],
  "hardship.import": ["OFFICER"],
  "hardship.export": ["OFFICER", "LEADER"],
  // the yearly visits: the head of the office agrees to the list, a leader approves the money, a second person the account
  "hardship.planVisits": ["OFFICER"],
  "hardship.nominateVisits": ["OFFICER", "LIAISON"],
  "hardship.agreeVisits": ["OFFICER"],
  "hardship.approveVisits": ["LEADER"],
  "hardship.confirmVisits": ["OFFICER", "LEADER"],
  // on the way: who may is narrowed to the own group's, the own unit's and the programme's rows
  "hardship.organiseVisits": ["OFFICER"],
  "hardship.recordVisit": everybodyInOffice,
  "hardship.revealVisit": everybodyInOffice,
  "hardship.confirmGiving": everybodyInOffice,
  "hardship.askReceipt": ["OFFICER"],
  // emergency relief: deciding besides asks for the mark 负责人 or a leader, by the amount
  "relief.view": ["OFFICER", "LEADER", "LIAISON"],
  "relief.report": ["OFFICER", "LIAISON"],
  "relief.handle": ["OFFICER"],
  "relief.decide": ["OFFICER", "LEADER"],
  "relief.followUp": ["OFFICER"],
  "relief.reveal": ["OFFICER"],
  "relief.export": ["OFFICER", "LEADER"],
  // the worker's phone
  "my.relief": ["WORKER"],
  // dormitories: agreeing besides asks for the mark 负责人; a warden sees and does what belongs to the own sites' beds
  "dormitories.view": ["OFFICER", "LEADER", "LIAISON", "WARDEN"],
  "dormitories.line": ["OFFICER", "LEADER", "LIAISON"],
  "dormitories.apply": ["OFFICER", "LIAISON"],
  "dormitories.check": ["OFFICER", "LIAISON"],
  "dormitories.allot": ["OFFICER"],
  "dormitories.agree": ["OFFICER"],
  "dormitories.approve": ["LEADER"],
  "dormitories.house": ["OFFICER", "WARDEN"],
  "dormitories.build": ["OFFICER"],
  "dormitories.inspect": ["OFFICER", "WARDEN"],
  "dormitories.rate": ["OFFICER"],
  "dormitories.export": ["OFFICER", "LEADER"],
  "dormitories.repair": ["OFFICER", "WARDEN"],
  // the life of a house: visits of relatives, meters and what they cost; a warden on the own sites
  "dormitories.living": ["OFFICER", "LEADER", "WARDEN"],
  "dormitories.visit": ["OFFICER", "WARDEN"],
  "dormitories.revealGuest": ["OFFICER", "WARDEN"],
  "dormitories.meter": ["OFFICER", "WARDEN"],
  "dormitories.settle": ["OFFICER"],
  "dormitories.confirm": ["OFFICER", "LEADER"],
  // schooling: leaders see totals and decide about letters; the unit has a case until its own check (lib/stages.ts)
  "schooling.view": ["OFFICER", "LIAISON"],
  "schooling.totals": ["OFFICER", "LEADER"],
  "schooling.register": ["OFFICER", "LIAISON"],
  "schooling.collect": ["OFFICER", "LIAISON"],
  "schooling.reveal": ["OFFICER", "LIAISON"],
  "schooling.plan": ["OFFICER", "LIAISON"],
  "schooling.review": ["OFFICER"],
  "schooling.giveUp": ["OFFICER"],
  "schooling.letter": ["OFFICER"],
  "schooling.approveLetter": ["LEADER"],
  "schooling.print": ["OFFICER"],
  "schooling.export": ["OFFICER"],
  "schooling.reduce": ["OFFICER"],
  // insurance: whoever may see names; leaders see totals only
  "insurance.view": ["OFFICER", "LIAISON"],
  "insurance.totals": ["OFFICER", "LEADER", "LIAISON"],
  "insurance.draft": ["OFFICER", "LIAISON"],
  "insurance.check": ["OFFICER"],
  "insurance.pursue": ["OFFICER", "LIAISON"],
  "insurance.transfer": ["OFFICER"],
  "insurance.export": ["OFFICER"],
  "insurance.import": ["OFFICER"],
  "insurance.compare": ["OFFICER"],
  // the worker's phone
  "my.insurance": ["WORKER"],
  "my.schooling": ["WORKER"],
  "my.dormitory": ["WORKER"],
  "my.hardship": ["WORKER"],
  "my.home": ["WORKER"],
  "my.cases": ["WORKER"],
  "my.confirm": ["WORKER"],
  "my.reopen": ["WORKER"],
  "my.withdraw": ["WORKER"],
  "my.book": ["WORKER"],
  "my.cancelBooking": ["WORKER"],
  "my.profile": ["WORKER"],
  "my.changeContact": ["WORKER"],
  "my.whoLooked": ["WORKER"],
  "my.received": ["WORKER"],
  "my.answerReceipt": ["WORKER"],
  "my.notices": ["WORKER"],
  "my.object": ["WORKER"],
} as const satisfies Record<string, readonly Grantee[]>;

export type Verb = keyof typeof verbs;

/** A role as the database grants it today. */
export type Grant = {
  role: Role;
  programme: string;
  unitIds: readonly string[];
  /** 负责人: an officer who heads the office of the programme */
  isManager?: boolean;
};

/**
 * Which of the grants allow this verb.
 * @returns the grants that allow it; empty means: not allowed
 */
export function grantsFor(verb: Verb, grants: readonly Grant[]): Grant[] {
  const wanted: readonly Grantee[] = verbs[verb];
  const programme = verb.slice(0, verb.indexOf("."));

  return grants.filter((grant) => {
    if (grant.role !== "OFFICER") return wanted.includes(grant.role);
    if (wanted.includes("ANY_OFFICER")) return true;

    return wanted.includes("OFFICER") && grant.programme === programme;
  });
}

/** Whether these grants allow the verb; menus and buttons ask this, the gate decides again. */
export function mayDo(verb: Verb, grants: readonly Grant[]): boolean {
  return grantsFor(verb, grants).length > 0;
}
