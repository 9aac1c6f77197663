import type { CivilDate } from "@/lib/dates";
import { checkCharacter, type Sex } from "@/lib/people/rules";
import { dice } from "./random";

/** 1299 is an area code that was never allocated, so no number made here belongs to anybody. */
const AREA = "129900";

/** The sample numbers of the domain guide that demo persons carry; the others stay free for trying the forms. */
export const sampleIdNos = {
  man1968: "129900196804121011",
  woman1977: "129900197706181242",
  retiree1959: "129900195907080238",
  child2020: "12990020200315003X",
} as const;

/** Numbers of the guide that nobody may get by chance: people type them in when they try the person form. */
const KEPT_FREE = ["12990019800229012X", "129900196601010119"];

/** Hands out valid ID numbers, each once. */
export function idNumbers(): (birth: CivilDate, sex: Sex, row: number) => string {
  const taken = new Set<string>([...KEPT_FREE, ...Object.values(sampleIdNos)]);
  return (birth, sex, row) => {
    const { between } = dice("id number", row);
    for (;;) {
      const serial = between(0, 99) * 10 + between(0, 4) * 2 + (sex === "MALE" ? 1 : 0);
      const digits = `${AREA}${birth.replaceAll("-", "")}${String(serial).padStart(3, "0")}`;
      const idNo = `${digits}${checkCharacter(digits)}`;
      if (taken.has(idNo)) continue;
      taken.add(idNo);
      return idNo;
    }
  };
}

/** A mobile number that passes the forms and reaches nobody: the 154 block is not given to any operator. */
export function mobileOf(row: number): string {
  return `1540${String(1_000_000 + row).slice(-7)}`;
}

/** A card number with a right check digit under an issuer prefix that no bank has. */
export function bankCardOf(row: number): string {
  const body = `999999${String(row).padStart(12, "0")}`;
  return `${body}${luhnDigit(body)}`;
}

function luhnDigit(body: string): number {
  const sum = Array.from(body)
    .reverse()
    .reduce((total, digit, i) => {
      const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return (10 - (sum % 10)) % 10;
}
