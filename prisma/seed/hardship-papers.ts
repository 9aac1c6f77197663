import { encryptField } from "@/lib/crypto";
import { dateColumn, yearOf, type CivilDate } from "@/lib/dates";
import { requiredDocuments } from "@/lib/hardship/rules";
import type { SeedRows } from "./bulk";
import type { Life } from "./case-life";
import type { Theatre } from "./case-teller";
import type { HouseholdMeans } from "./hardship-facts";
import { steps, type Reached } from "./hardship-lives";
import type { Person } from "./person-rows";
import { idAt, of } from "./random";

/** 入户核查 by the officer and the liaison of a station, signed by the household. */
export function checkRow(
  { cast }: Theatre,
  assessmentId: string,
  on: CivilDate,
  row: number,
): SeedRows["home_verification"] {
  const id = idAt(dateColumn(on), "home check", row);

  return {
    id,
    assessmentId,
    visitedOn: dateColumn(on),
    visitorIds: [of(cast, "2003").personId, of(cast, `300${(row % 6) + 1}`).personId],
    observedCipher: encryptField("家里陈设简单，和申请说的一致，邻居也说确实困难。（演示）", {
      table: "home_verification",
      column: "observed_cipher",
      rowId: id,
    }),
    isSigned: true,
    agrees: true,
    recordedById: of(cast, "2003").accountId,
    recordedAt: dateColumn(on),
  };
}

/** The papers that came in: before the review some are still wanting. */
export function papersOf(
  assessmentId: string,
  facts: HouseholdMeans,
  { head, reached, on }: { head: Person; reached: Reached; on: CivilDate },
): SeedRows["hardship_document"][] {
  const causes = facts.secondCause ? [facts.mainCause, facts.secondCause] : [facts.mainCause];
  const wanted = requiredDocuments(causes, head);
  const isEarly = ["APPLIED", "RETURNED", "HOME_CHECK"].includes(reached);
  // The ill wait for their papers from the hospital, the others for those of the house.
  const isIll = reached === "APPLIED" && wanted.includes("DIAGNOSIS");
  const absent = isIll ? ["DIAGNOSIS", "MEDICAL_BILL"] : ["HOUSEHOLD_BOOK", "INCOME_PROOF"];
  const here = isEarly ? wanted.filter((kind) => !absent.includes(kind)) : wanted;

  return here.map((kind, i) => ({
    id: idAt(dateColumn(on), `paper ${assessmentId}`, i),
    assessmentId,
    kind,
    receivedOn: dateColumn(on),
    originalSeen: !isEarly,
  }));
}

type Told = { life: Life; head: Person; row: number; place: number; reached: Reached };

/** One draft, one that hangs, one that has ended: what the cases in these stages wait for. */
export function noticeRow({ cast, line, today }: Theatre, one: Told, i: number): SeedRows["public_notice"] {
  const { life, place, reached, head } = one;
  const isOut = reached !== "PROPOSED";
  const published = line.on(place + steps.agree);

  return {
    id: idAt(life.opened, "hardship notice", one.row),
    bureauId: head.unit.bureauId,
    number: `GS-${yearOf(today)}-9${String(i + 1).padStart(3, "0")}`,
    matter: "hardship",
    objectId: life.id,
    title: `困难职工建档公示（${life.number}）`,
    text: "经本人申请、入户核查和审核，拟将下列职工家庭列为困难职工档案，现予公示。如有异议，请在公示期内反映。",
    place: "局机关公告栏和职工所在单位公告栏",
    phone: "022-0000 0000",
    draftedById: of(cast, "2003").accountId,
    draftedAt: dateColumn(line.on(place + steps.propose)),
    publishedById: isOut ? of(cast, "1008").accountId : null,
    publishedOn: isOut ? dateColumn(published) : null,
    workingDays: isOut ? 5 : null,
    endsOn: isOut ? dateColumn(line.on(place + steps.agree + 5)) : null,
  };
}
