import { beforeAll, describe, expect, it } from "vitest";
import { addMonths, fromDateColumn } from "@/lib/dates";
import { demoRows, type DemoRows } from "@/prisma/seed";

describe.each(["2026-10-10", "2026-11-22", "2027-02-28"])("households at the edge of the rules on %s", (today) => {
  let tables: DemoRows["tables"];
  let households: DemoRows["households"];
  beforeAll(() => {
    ({ tables, households } = demoRows(today, { password: "x", pin: "x" }));
  });
  const files = () => tables.hardship_file ?? [];
  const assessments = (fileId: string) => (tables.hardship_assessment ?? []).filter((one) => one.fileId === fileId);
  const caseOf = (id: string) => tables.welfare_case?.find((one) => one.id === id);
  const headOf = ({ headId }: { headId: string }) => tables.person?.find(({ id }) => id === headId);

  it("leave the totals alone: 158 on file, one file a household", () => {
    expect(files().filter(({ state }) => state === "ON_FILE")).toHaveLength(158);
    expect(new Set(files().map(({ householdId }) => householdId)).size).toBe(files().length);
  });

  it.each(["LEFT", "DECEASED", "MOVED_OUT", "FALSE_STATEMENT"] as const)("one file is cancelled: %s", (reason) => {
    const [file, ...more] = files().filter(({ cancelReason }) => cancelReason === reason);
    expect(more).toEqual([]);
    if (!file) throw new Error(`no file cancelled for ${reason}`);
    expect(file).toMatchObject({ state: "CANCELLED", reviewDueOn: null });
    expect(file.removedNote).toBeTruthy();
    const removed = fromDateColumn(file.removedOn as Date);
    expect(removed < today && removed > fromDateColumn(file.onFileSince as Date)).toBe(true);
    expect(fromDateColumn(file.keepUntil as Date)).toBe(addMonths(removed, 120));
    const status = { LEFT: "LEFT", DECEASED: "DECEASED", MOVED_OUT: "TRANSFERRED_OUT", FALSE_STATEMENT: "ACTIVE" };
    expect(headOf(file)?.status).toBe(status[reason]);
  });

  it("one was lifted by a review and applies again on the same file", () => {
    const back = files().filter(({ state, removedOn }) => state === "APPLYING" && removedOn);
    expect(back).toHaveLength(1);
    const told = assessments(back[0]?.id ?? "").map(({ kind, caseId }) => [kind, caseOf(caseId)?.stage]);
    expect(told).toEqual([
      ["APPLICATION", "ON_FILE"],
      ["REVIEW", "REVIEWED"],
      ["APPLICATION", "APPLIED"],
    ]);
  });

  it("two workers who are married have one file, and the head of one on file has retired since", () => {
    const onFile = files().filter(({ state }) => state === "ON_FILE");
    const couples = onFile.filter(
      ({ householdId }) => households.filter((one) => one.household === householdId).length === 2,
    );
    expect(couples.length).toBeGreaterThan(0);
    expect(onFile.filter((file) => headOf(file)?.status === "RETIRED")).toHaveLength(1);
  });

  it("one is excluded by two homes, one was not reviewed for over a year, and one ill waits for the hospital's papers", () => {
    const excluded = (tables.hardship_assessment ?? []).filter(({ dwellings }) => (dwellings ?? 0) >= 2);
    expect(excluded).toHaveLength(1);
    expect(files().find(({ id }) => id === excluded[0]?.fileId)?.state).toBe("REFUSED");
    const yearAgo = addMonths(today, -12);
    const stale = files().filter(
      ({ state, lastReviewedOn }) =>
        state === "ON_FILE" && lastReviewedOn && fromDateColumn(lastReviewedOn as Date) < yearAgo,
    );
    expect(stale.length).toBeGreaterThan(0);
    const ill = (tables.hardship_assessment ?? []).filter(({ mainCause, caseId, id }) => {
      const papers = (tables.hardship_document ?? []).filter(({ assessmentId }) => assessmentId === id);
      const isIll = mainCause === "OWN_ILLNESS" || mainCause === "FAMILY_ILLNESS";

      return isIll && caseOf(caseId)?.stage === "APPLIED" && !papers.some(({ kind }) => kind === "DIAGNOSIS");
    });
    expect(ill.length).toBeGreaterThan(0);
  });
});
