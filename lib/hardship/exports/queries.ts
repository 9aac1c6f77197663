import "server-only";
import type { ExportList } from "@/lib/exports/rules";
import { countFiles, everyFile, seesCauses } from "@/lib/hardship/list/queries";
import { FileFilter } from "@/lib/hardship/list/schema";
import { onlyWords, tabWords } from "@/lib/hardship/list/words";
import { causeWords, levelWords, stateWords } from "@/lib/hardship/words";
import { listOpenUnits } from "@/lib/people/units/queries";

/** 困难职工档案 as on the screen: a leader's file has masked names and neither 工号 nor cause, as the leader's list. */
export const filesExport: ExportList<FileFilter> = {
  name: "hardship",
  title: "困难职工档案",
  home: "/hardship",
  verb: "hardship.export",
  columns: (permit) => [
    { header: "档案编号", width: 16 },
    { header: "户主", width: 10 },
    ...(seesCauses(permit) ? [{ header: "工号", width: 12 }] : []),
    { header: "单位", width: 20 },
    { header: "状态", width: 10 },
    { header: "办到哪一步", width: 12 },
    { header: "困难等级", width: 12 },
    ...(seesCauses(permit) ? [{ header: "主要致困原因", width: 16 }] : []),
    { header: "下次复核", width: 13 },
  ],
  parse: (filter) => FileFilter.parse(filter),
  // That a family is on this list is class 2 by itself.
  isSensitive: () => true,
  count: countFiles,
  async words(permit, { tab, q, unit, level, cause, only }) {
    const units = unit ? await listOpenUnits(permit) : [];
    const parts = [
      tabWords[tab],
      q && `“${q}”`,
      unit && (units.find(({ id }) => id === unit)?.name ?? "所选单位"),
      level && levelWords[level],
      cause && seesCauses(permit) && causeWords[cause],
      only && onlyWords[only],
    ];

    return parts.filter(Boolean).join("，");
  },
  async *read(permit, filter) {
    const isOfficer = seesCauses(permit);
    for await (const page of everyFile(permit, filter)) {
      yield page.map((row) => [
        row.number,
        row.name,
        ...(isOfficer ? [row.staffNo] : []),
        row.unit,
        stateWords[row.state],
        row.stage ?? "",
        row.level ? levelWords[row.level] : "",
        ...(isOfficer ? [row.cause ? causeWords[row.cause] : ""] : []),
        row.reviewDueOn ?? "",
      ]);
    }
  },
};
