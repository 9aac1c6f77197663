import { may, permitIf } from "@/lib/auth/gate";
import { dormitoryFigures } from "@/lib/dormitories/figures/queries";
import { runningCampaign } from "@/lib/hardship/campaigns/view/queries";
import { hardshipFigures } from "@/lib/hardship/figures/queries";
import { openDifferences } from "@/lib/insurance/differences/queries";
import { insuranceMovements, unitTotals } from "@/lib/insurance/figures/queries";
import { reliefFigures } from "@/lib/relief/figures/queries";
import { schoolingFigures } from "@/lib/schooling/figures/queries";
import { CampaignTiles } from "./campaign";
import { DormitoryTiles } from "./dormitories";
import { HardshipTiles } from "./hardship";
import { InsuranceTiles } from "./insurance";
import { ReliefTiles } from "./relief";
import { SchoolingTiles } from "./schooling";

/** The figures of each programme that the viewer may see at all. */
export async function ProgrammeTiles() {
  return (
    <>
      {await insuranceTiles()}
      {await hardshipTiles()}
      {await reliefTiles()}
      {await dormitoryTiles()}
      {await schoolingTiles()}
    </>
  );
}

async function insuranceTiles() {
  const permit = await permitIf("insurance.totals");
  if (!permit) return null;
  const [units, moved, named] = await Promise.all([
    unitTotals(permit),
    insuranceMovements(permit),
    permitIf("insurance.view"),
  ]);
  const list = named && (await openDifferences(named));

  return <InsuranceTiles units={units} moved={moved} mayName={Boolean(named)} list={list} />;
}

async function hardshipTiles() {
  const permit = await permitIf("hardship.view");
  if (!permit) return null;
  const [figures, running] = await Promise.all([hardshipFigures(permit), runningCampaign(permit)]);

  return (
    <>
      <HardshipTiles figures={figures} />
      <CampaignTiles running={running} />
    </>
  );
}

async function reliefTiles() {
  const permit = await permitIf("relief.view");

  return permit && <ReliefTiles figures={await reliefFigures(permit)} />;
}

async function dormitoryTiles() {
  const permit = await permitIf("dormitories.line");

  if (!permit) return null;
  const mayBills = await may("dormitories.living");

  return <DormitoryTiles figures={await dormitoryFigures(permit)} mayBills={mayBills} />;
}

async function schoolingTiles() {
  const permit = await permitIf("schooling.totals");

  return permit && <SchoolingTiles figures={await schoolingFigures(permit)} />;
}
