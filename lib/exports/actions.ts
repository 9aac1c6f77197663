"use server";
import { staffAction } from "@/lib/action";
import { askExport, decideExport } from "@/lib/exports/commands";
import { listCalled } from "@/lib/exports/lists/queries";
import { Refusal } from "@/lib/refusal";
import { AskExport, DecideExport } from "@/lib/exports/schema";

const asked = { go: "/exports" };

export const askPeopleExportAction = staffAction("people.export", AskExport, async (permit, input) => {
  await askExport(permit, listCalled(permit, "people"), input);

  return asked;
});

export const askCasesExportAction = staffAction("cases.export", AskExport, async (permit, input) => {
  await askExport(permit, listCalled(permit, "cases"), input);

  return asked;
});

export const askFilesExportAction = staffAction("hardship.export", AskExport, async (permit, input) => {
  await askExport(permit, listCalled(permit, "hardship"), input);

  return asked;
});

export const askInsuranceExportAction = staffAction("insurance.export", AskExport, async (permit, input) => {
  if (!input.list.startsWith("insurance-")) throw new Refusal("请从台账页面导出。");
  await askExport(permit, listCalled(permit, input.list), input);

  return asked;
});

export const askSignOffsExportAction = staffAction("cases.exportSignOffs", AskExport, async (permit, input) => {
  await askExport(permit, listCalled(permit, "sign-offs"), input);

  return asked;
});

export const askRosterExportAction = staffAction("hardship.export", AskExport, async (permit, input) => {
  await askExport(permit, listCalled(permit, "visits"), input);

  return asked;
});

export const askReliefExportAction = staffAction("relief.export", AskExport, async (permit, input) => {
  await askExport(permit, listCalled(permit, "relief"), input);

  return asked;
});

export const askSchoolingExportAction = staffAction("schooling.export", AskExport, async (permit, input) => {
  if (!input.list.startsWith("schooling")) throw new Refusal("请从入学总数页面导出。");
  await askExport(permit, listCalled(permit, input.list), input);

  return asked;
});

export const askDormitoriesExportAction = staffAction("dormitories.export", AskExport, async (permit, input) => {
  if (!input.list.startsWith("dormitory-")) throw new Refusal("请从台账页面导出。");
  await askExport(permit, listCalled(permit, input.list), input);

  return asked;
});

export const decideExportAction = staffAction("exports.decide", DecideExport, async (permit, input) => {
  await decideExport(permit, input);
});
