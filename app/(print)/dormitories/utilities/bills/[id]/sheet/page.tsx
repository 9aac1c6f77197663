import { notFound } from "next/navigation";
import { z } from "zod";
import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant, formatMonth } from "@/lib/dates";
import { hrefWith } from "@/lib/dormitories/list/rules";
import { doorSheet } from "@/lib/dormitories/utilities/bills/queries";
import { shareLedger } from "@/lib/dormitories/utilities/ledger/words";
import { quantity, utilities } from "@/lib/dormitories/utilities/rules";
import { utilityWords } from "@/lib/dormitories/utilities/words";
import { yuan } from "@/lib/money";
import { printedUnit } from "../../../../unit";

export const metadata = { title: "水电费分摊表" };

/** The sheet that hangs at the door: bed, masked name, nights and sums; no number of any kind. */
export default async function DoorSheetPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("dormitories.living");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const bill = await doorSheet(permit, id.data);
  const lines = utilities.flatMap((utility) => bill.lines.filter((line) => line.utility === utility));

  return (
    <>
      <PaperBar backHref={hrefWith(`/dormitories/utilities/${bill.siteId}`, { month: bill.month })} />
      <LedgerPaper
        ledger={{ ...shareLedger, title: `${bill.site}${formatMonth(bill.month)}水电费分摊表` }}
        rows={bill.shares}
        subtitle={lines
          .map(({ utility, used, free, excess, priceFen }) => {
            const { name, unit } = utilityWords[utility];

            return `${name} ${quantity(used)} ${unit}，免 ${quantity(free)}，超 ${quantity(excess)}，每${unit} ${yuan(priceFen)} 元`;
          })
          .join("；")}
        unit={printedUnit}
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
