import type { Sphere, UnitType } from "@/prisma/generated/enums";

export const unitTypeWords = {
  BUREAU: "局",
  DIVISION: "科室",
  STATION: "环卫所（中心）",
  SQUAD: "队",
  SECTION: "工段（段组）",
  TEAM: "班组",
} satisfies Record<UnitType, string>;

export const sphereWords = { OFFICE: "机关", GRASSROOTS: "基层" } satisfies Record<Sphere, string>;
