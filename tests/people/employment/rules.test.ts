import { describe, expect, test } from "vitest";
import {
  employmentMove,
  employmentMoves,
  employmentMovesOf,
  mayBeLeader,
  refuseContract,
} from "@/lib/people/employment/rules";
import { isAged, refuseOverAge, retirementKindOf, retirementWindow } from "@/lib/people/retirement/rules";
import { retiresWithin } from "@/lib/people/rules";

describe("what may follow what", () => {
  test.each([
    ["ACTIVE", "OFF_POST", "OFF_POST"],
    ["OFF_POST", "BACK_ON_POST", "ACTIVE"],
    ["ACTIVE", "RETIRED", "RETIRED"],
    ["RETIRED", "DECEASED", "DECEASED"],
    ["RETIRED", "REHIRED", "RETIRED"],
    ["ACTIVE", "LEFT", "LEFT"],
    ["ACTIVE", "TRANSFERRED_OUT", "TRANSFERRED_OUT"],
    ["LEFT", "REHIRED", "ACTIVE"],
    ["ACTIVE", "UNIT_CHANGED", "ACTIVE"],
  ] as const)("%s by %s becomes %s", (from, kind, to) => {
    expect(employmentMove(from, kind)?.to).toBe(to);
  });

  test.each([
    ["ACTIVE", "BACK_ON_POST"],
    ["RETIRED", "LEFT"],
    ["LEFT", "RETIRED"],
    ["LEFT", "OFF_POST"],
    ["DECEASED", "REHIRED"],
    ["DECEASED", "UNIT_CHANGED"],
    ["ACTIVE", "REHIRED"],
    ["ACTIVE", "HIRED"],
  ] as const)("%s cannot be followed by %s", (from, kind) => {
    expect(employmentMove(from, kind)).toBeUndefined();
  });

  test("the dead are changed no more", () => {
    expect(employmentMovesOf("DECEASED")).toEqual([]);
  });

  test("leaving and death end every sign-in, retirement only that of the office", () => {
    for (const status of ["ACTIVE", "OFF_POST"] as const) {
      expect(employmentMove(status, "LEFT")?.endsSignIns).toBe("all");
      expect(employmentMove(status, "TRANSFERRED_OUT")?.endsSignIns).toBe("all");
      expect(employmentMove(status, "RETIRED")?.endsSignIns).toBe("staff");
    }
    for (const status of ["ACTIVE", "OFF_POST", "RETIRED", "LEFT", "TRANSFERRED_OUT"] as const) {
      expect(employmentMoves[status].DECEASED.endsSignIns).toBe("all");
    }
    expect(employmentMove("ACTIVE", "UNIT_CHANGED")?.endsSignIns).toBeUndefined();
  });
});

describe("contracts", () => {
  test("a dispatched worker has an agency", () => {
    expect(refuseContract({ employmentType: "DISPATCH" })).toEqual({
      field: "agencyName",
      sentence: "劳务派遣人员请填写派遣单位",
    });
    expect(refuseContract({ employmentType: "DISPATCH", agencyName: "津洁劳务" })).toBeUndefined();
    expect(refuseContract({ employmentType: "CONTRACT" })).toBeUndefined();
  });

  test("ends on or after the day it starts; an open end is allowed", () => {
    const from = { employmentType: "CONTRACT", contractStart: "2026-01-01" } as const;
    expect(refuseContract({ ...from, contractEnd: "2025-12-31" })?.field).toBe("contractEnd");
    expect(refuseContract({ ...from, contractEnd: "2026-01-01" })).toBeUndefined();
    expect(refuseContract(from)).toBeUndefined();
  });

  test("over age only under 劳务协议, from the month after the retirement month on", () => {
    const man = { sex: "MALE", birthDate: "1966-01-10", postType: "SWEEPER", employmentType: "CONTRACT" } as const;
    expect(refuseOverAge(man, "2026-05-31")).toBeUndefined();
    expect(refuseOverAge(man, "2026-06-01")).toContain("2026-05");
    expect(refuseOverAge({ ...man, employmentType: "SERVICE_AGREEMENT" }, "2026-06-01")).toBeUndefined();
    expect(refuseOverAge({ ...man, birthDate: null }, "2026-06-01")).toBeUndefined();
  });
});

describe("who counts as what", () => {
  test("women in 管理 and 机关 posts retire as 干部, all others as 工人", () => {
    expect(retirementKindOf("MALE", "MANAGER")).toBe("MALE");
    expect(retirementKindOf("FEMALE", "OFFICE_STAFF")).toBe("FEMALE_CADRE");
    expect(retirementKindOf("FEMALE", "MANAGER")).toBe("FEMALE_CADRE");
    expect(retirementKindOf("FEMALE", "SECTION_HEAD")).toBe("FEMALE_WORKER");
    expect(retirementKindOf("FEMALE", "SWEEPER")).toBe("FEMALE_WORKER");
  });

  test("段组长 and 班组长 are workers, not leaders", () => {
    expect(mayBeLeader("SECTION", "SECTION_HEAD")).toBe(false);
    expect(mayBeLeader("STAFF", "MANAGER")).toBe(false);
    expect(mayBeLeader("DEPUTY_SECTION", "MANAGER")).toBe(true);
    expect(mayBeLeader("DIVISION", "OFFICE_STAFF")).toBe(true);
  });

  test("sixty is aged from the birthday on", () => {
    expect(isAged("1966-11-22", "2026-11-21")).toBe(false);
    expect(isAged("1966-11-22", "2026-11-22")).toBe(true);
    expect(isAged(null, "2026-11-22")).toBe(false);
  });
});

describe("the six-month list", () => {
  test("of 2025-12-01 holds the man of 1966-01 and not the woman worker of 1977-06", () => {
    const men = retirementWindow("MALE", "2025-12-01", 6);
    const women = retirementWindow("FEMALE_WORKER", "2025-12-01", 6);
    expect(men && men.from <= "1966-01-01" && "1966-01-31" <= men.to).toBe(true);
    expect(women && women.from <= "1977-06-01" && "1977-06-30" <= women.to).toBe(false);
  });

  test.each(["MALE", "FEMALE_WORKER", "FEMALE_CADRE"] as const)("%s: the window is exactly the rule", (kind) => {
    for (const today of ["2025-01-31", "2026-11-22", "2031-06-15", "2041-02-28"]) {
      const window = retirementWindow(kind, today, 6);
      for (let year = Number(today.slice(0, 4)) - 66; year < Number(today.slice(0, 4)) - 44; year += 1) {
        for (let month = 1; month <= 12; month += 1) {
          const born = `${year}-${String(month).padStart(2, "0")}-15`;
          const isIn = window !== undefined && window.from <= born && born <= window.to;
          expect([born, isIn]).toEqual([born, retiresWithin(born, kind, today, 6)]);
        }
      }
    }
  });
});
