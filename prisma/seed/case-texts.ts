import { monthOf, type CivilDate } from "@/lib/dates";
import type { Person } from "./person-rows";
import { dice } from "./random";
import { carefulTexts } from "./texts-care";
import { homeTexts } from "./texts-home";
import { needTexts } from "./texts-need";
import { peopleTexts } from "./texts-people";
import { talkTexts } from "./texts-talks";
import type { CaseText, ProgrammeTexts } from "./texts";
import { workTexts } from "./texts-work";

export const caseTexts: ProgrammeTexts = {
  ...peopleTexts,
  ...talkTexts,
  ...homeTexts,
  ...needTexts,
  ...carefulTexts,
  ...workTexts,
};

/** Whether this person can have that trouble. */
export function isSuited({ suits }: CaseText, person: Person): boolean {
  if (suits === "retiree") return person.status === "RETIRED";
  if (person.status === "RETIRED") return false;
  if (suits === "migrant") return person.isMigrant;
  if (suits === "driver") return person.postType === "DRIVER";
  if (suits === "woman") return person.sex === "FEMALE";
  return true;
}

/** The text with its blanks filled in for that person and day. */
export function filled(text: string, person: Person, on: CivilDate, row: number): string {
  const { between, pick } = dice("blank", row);
  const month = Number(monthOf(on).slice(5));
  const words: Record<string, string> = {
    m: `${month === 1 ? 12 : month - 1}月`,
    team: person.unit.name,
    room: `${between(1, 4)}号楼${between(1, 5)}${String(between(1, 20)).padStart(2, "0")}室`,
    days: String(between(3, 12)),
    yuan: String(between(3, 28) * 100),
    road: pick(["朝晖路", "翠柳道", "安顺道", "丰泽路", "百合道", "银杏路"]),
    name: person.name,
  };
  return text.replace(/\{(\w+)\}/g, (_, key: string) => words[key] ?? "");
}
