import "server-only";
import { countCases, everyCase } from "@/lib/cases/list/queries";
import { CaseFilter } from "@/lib/cases/list/schema";
import type { ExportList } from "@/lib/exports/rules";
import { programmeOf } from "@/lib/programmes";

const confidential = ["hardship", "relief", "discipline", "health", "schooling"];

/** 事项清单 as on the screen: confidential matters by their topic, their people masked. */
export const casesExport: ExportList<CaseFilter> = {
  name: "cases",
  title: "事项清单",
  home: "/cases",
  verb: "cases.export",
  columns: () => [
    { header: "编号", width: 16 },
    { header: "项目", width: 10 },
    { header: "事项", width: 40 },
    { header: "职工", width: 10 },
    { header: "单位", width: 24 },
    { header: "阶段", width: 12 },
    { header: "期限", width: 16 },
    { header: "承办", width: 20 },
  ],
  parse: (filter) => CaseFilter.parse(filter),
  // Whose list it is tells what the matter itself hides.
  isSensitive: ({ green, programme }) => green !== undefined || confidential.includes(programme ?? ""),
  count: countCases,
  async words(_permit, { q, programme, after: _after, ...others }) {
    const more = Object.values(others).filter(Boolean).length;
    const parts = [
      q && `“${q}”`,
      programme && (programmeOf(programme)?.name ?? programme),
      more > 0 && `另有 ${more} 个条件`,
    ];

    return parts.filter(Boolean).join("，") || "全部";
  },
  async *read(permit, filter) {
    for await (const page of everyCase(permit, filter)) {
      yield page.map((row) => [
        row.number,
        row.programme,
        row.title,
        row.person,
        row.unit,
        row.stage,
        row.dueWords,
        row.handler,
      ]);
    }
  },
};
