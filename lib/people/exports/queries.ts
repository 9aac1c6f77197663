import "server-only";
import type { ExportList } from "@/lib/exports/rules";
import { everyPerson, countPeople } from "@/lib/people/roster/queries";
import { RosterFilter } from "@/lib/people/roster/schema";
import { rosterListWords, rosterTabWords } from "@/lib/people/roster/words";
import { listOpenUnits } from "@/lib/people/units/queries";
import { employmentWords, hukouScopeWords, personStatusWords, postWords, sexWords } from "@/lib/people/words";

/** 职工名册 as on the screen: no number but the 工号, the age instead of the birth date. */
export const peopleExport: ExportList<RosterFilter> = {
  name: "people",
  title: "职工名册",
  home: "/people",
  verb: "people.export",
  columns: () => [
    { header: "单位", width: 16 },
    { header: "班组", width: 20 },
    { header: "工号", width: 12 },
    { header: "姓名", width: 10 },
    { header: "性别", width: 6 },
    { header: "年龄", width: 6 },
    { header: "用工形式", width: 14 },
    { header: "岗位", width: 14 },
    { header: "户籍", width: 8 },
    { header: "人员状态", width: 10 },
  ],
  parse: (filter) => RosterFilter.parse(filter),
  // Who needs the green channel is ill, disabled or pregnant.
  isSensitive: ({ green }) => green !== undefined,
  count: countPeople,
  async words(permit, { tab, q, unit, list, type, origin, post, leader, green }) {
    const units = unit ? await listOpenUnits(permit) : [];
    const parts = [
      rosterTabWords[tab],
      q && `“${q}”`,
      unit && (units.find(({ id }) => id === unit)?.name ?? "所选单位"),
      list && rosterListWords[list],
      type && employmentWords[type],
      origin && hukouScopeWords[origin],
      post && postWords[post],
      leader && "领导干部",
      green && "绿色通道",
    ];

    return parts.filter(Boolean).join("，");
  },
  async *read(permit, filter) {
    for await (const page of everyPerson(permit, filter)) {
      yield page.map((row) => [
        row.unit.top,
        row.unit.below,
        row.staffNo,
        row.name,
        row.sex ? sexWords[row.sex] : "",
        row.age === null ? "" : String(row.age),
        employmentWords[row.employmentType],
        postWords[row.postType],
        hukouScopeWords[row.hukouScope],
        personStatusWords[row.status],
      ]);
    }
  },
};
