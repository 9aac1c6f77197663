import type { ProgrammeName } from "@/lib/programmes";
import type { Life } from "./case-life";
import { remark, supervise } from "./case-life";
import * as notes from "./case-notes";
import { answered, reopened, routes } from "./case-routes";
import { assigned, begin, liaisonOf, step, type Opening, type Story, type Theatre } from "./case-teller";
import { caseTexts } from "./case-texts";
import type { Person } from "./person-rows";
import { at, of } from "./random";
import { momentOn } from "./workdays";

type Told = (theatre: Theatre) => Story;
type Plan = Omit<Opening, "row" | "text" | "person" | "programme"> & { isByLiaison?: true };

/** The matters of the demo workers, each in another state, so that everything on the phone can be tried. */
const PLAYS: readonly Told[] = [
  // 50001: one being settled, one answered and waiting for his word, one long closed
  (theatre) =>
    inProgress(
      story(theatre, "50001", "insurance", "转移手续办了两个月没有消息", {
        place: -9,
        weight: "COMPLEX",
        isByLiaison: true,
      }),
      0,
    ),
  (theatre) =>
    answeredOn(
      story(theatre, "50001", "facilities", "保洁车电池跑不动，半天就没电", { place: -5, source: "PHONE" }),
      -2,
    ),
  (theatre) => settled(story(theatre, "50001", "heat-care", "防暑药没有领到", { place: -70, isByLiaison: true })),
  // 50002: material is missing; one that she confirmed herself
  (theatre) => returned(story(theatre, "50002", "dormitories", "同屋作息不一样，晚上睡不好", { place: -3 }), -2),
  (theatre) =>
    confirmed(
      story(theatre, "50002", "health", "体检那天正好上早班，能不能改期", { place: -40, isByLiaison: true }),
      -38,
    ),
  // 50003: waits for the education bureau; an answer that she may call unsolved
  (theatre) => waiting(story(theatre, "50003", "schooling", "住单位宿舍没有租房备案，材料卡住了", { place: -12 }), -9),
  (theatre) =>
    answeredOn(story(theatre, "50003", "dormitories", "暖气片不热，报过两次", { place: -4, source: "PHONE" }), -1),
  // 50004: overdue and under 督办; one that was not taken up
  (theatre) => overdue(story(theatre, "50004", "people", "{m}少发了两天加班费", { place: -8 })),
  (theatre) => declined(story(theatre, "50004", "insurance", "基数按最低工资报了，想改正", { place: -3 }), -2),
  // 50005: just registered for her, green channel; answered a second time
  (theatre) => story(theatre, "50005", "insurance", "超龄了还在干，受伤算不算工伤", { place: -1, isByLiaison: true }),
  (theatre) =>
    answeredTwice(story(theatre, "50005", "dormitories", "膝盖不好，想换下铺", { place: -9, isByLiaison: true })),
  // 60001: being called back; one closed
  (theatre) =>
    calledBack(
      story(theatre, "60001", "reception", "老楼没有电梯，冬天取暖费补贴没到账", { place: -6, source: "PHONE" }),
      -3,
    ),
  (theatre) =>
    settled(story(theatre, "60001", "hardship", "独居老职工，希望有人常来看看", { place: -120, source: "VISIT" })),
];

export const demoTotal = PLAYS.length;

export function demoLives(theatre: Theatre): Life[] {
  return PLAYS.map((tell) => tell(theatre).life);
}

function story(
  theatre: Theatre,
  staffNo: string,
  programme: ProgrammeName,
  title: string,
  { isByLiaison, ...plan }: Plan,
): Story {
  const person = personOf(theatre, staffNo);
  const texts = caseTexts[programme];
  const text = at(
    texts,
    texts.findIndex((one) => one.title === title),
  );
  const liaison = isByLiaison ? liaisonOf(theatre, person) : undefined;
  const row = 40_000 + (Number(staffNo) % 1_000) * 10 + -plan.place;
  return begin(theatre, {
    row,
    programme,
    text,
    person,
    source: liaison ? "LIAISON" : "DESK",
    ...(liaison ? { by: liaison } : {}),
    ...plan,
  });
}

export function personOf({ people }: Pick<Theatre, "people">, staffNo: string): Person {
  const person = people.find((one) => one.staffNo === staffNo);
  if (!person) throw new RangeError(`nobody has ${staffNo}`);
  return person;
}

function inProgress(told: Story, note: number): Story {
  assigned(told, told.place, "请先与本人联系，把进度告诉他。");
  step(told, told.place + 1, "start", "handler", { note: at(notes.startNotes, 0) });
  remark(
    told.life,
    "note",
    told.parts.handler,
    momentOn(told.theatre.line.on(-2), 120),
    at(notes.colleagueNotes, note + 2),
  );
  return told;
}

function answeredOn(told: Story, place: number): Story {
  assigned(told, told.place, at(notes.assignNotes, 0));
  step(told, told.place + 1, "start", "handler", { note: at(notes.startNotes, 1) });
  answered(told, place);
  return told;
}

function settled(told: Story): Story {
  routes.plain.tell(told);
  return told;
}

function returned(told: Story, place: number): Story {
  step(told, place, "return", "officer", { note: at(notes.returnNotes, 1) });
  return told;
}

/** She says on the phone that it is solved. */
function confirmed(told: Story, place: number): Story {
  answeredOn(told, place);
  step(told, place + 1, "confirm", of(told.theatre.cast, told.person.staffNo), { satisfaction: "SATISFIED" });
  return told;
}

function waiting(told: Story, place: number): Story {
  assigned(told, told.place, at(notes.assignNotes, 0));
  step(told, told.place + 1, "start", "handler", { note: at(notes.startNotes, 2) });
  step(told, place, "hold", "handler", {
    waitingReason: "OUTSIDE_OFFICE",
    note: "协调函已送教育部门，等初审结果，预计两周。",
  });
  return told;
}

function overdue(told: Story): Story {
  assigned(told, told.place, at(notes.assignNotes, 0));
  step(told, told.place + 1, "start", "handler", { note: at(notes.startNotes, 2) });
  supervise(told.life, of(told.theatre.cast, "1002"), momentOn(told.theatre.line.on(-1), 420), notes.superviseNote);
  return told;
}

function declined(told: Story, place: number): Story {
  step(told, place, "decline", "officer", { note: at(notes.declineNotes, 1) });
  return told;
}

function answeredTwice(told: Story): Story {
  reopened(told, told.place + 3);
  answered(told, -2, at(notes.secondAnswers, 0));
  return told;
}

function calledBack(told: Story, place: number): Story {
  answeredOn(told, place);
  step(told, place + 1, "followUp", "caller");
  return told;
}
