import { z } from "zod";
import { civil, id, needed, staffNo, version, wholeNumber } from "@/lib/dormitories/schema";
import { SiteFacility, SiteSource } from "@/prisma/generated/enums";

const site = {
  name: needed(2, 30, "请填写宿舍的名称，例如 阳光宿舍"),
  address: needed(4, 80, "请填写宿舍的地址"),
  source: z.enum(SiteSource, { error: "请选择宿舍是怎么来的" }),
  openedOn: civil("请填写哪天启用的"),
  fireCheckedOn: civil("请按 2026-11-06 的样子填写消防验收的日期").optional(),
  area: wholeNumber(1, 100_000, "请填写面积，整数平方米"),
  facilities: z.array(z.enum(SiteFacility, { error: "请从列出的设施里选" })).default([]),
  wardenNo: staffNo("请填写管理员的工号").optional(),
};

export const BuildSite = z.object(site);
export type BuildSite = z.output<typeof BuildSite>;

export const ChangeSite = z.object({ siteId: id, version, ...site });
export type ChangeSite = z.output<typeof ChangeSite>;

export const CloseSite = z.object({ siteId: id, version, reason: needed(4, 200, "请写明为什么关，不少于 4 个字") });
export type CloseSite = z.output<typeof CloseSite>;

export const ReopenSite = z.object({ siteId: id, version });
export type ReopenSite = z.output<typeof ReopenSite>;
