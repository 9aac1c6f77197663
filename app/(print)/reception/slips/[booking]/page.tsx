import { PaperBar, PaperSheet } from "@/components/ui/paper";
import { Notice } from "@/components/ui/notice";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { officePhone } from "@/lib/office";
import { readSlip } from "@/lib/reception/paper/slips/queries";
import { slipNumber } from "@/lib/reception/paper/rules";
import { idIn } from "../../address";

export const metadata = { title: "预约条" };

/** What somebody without a phone takes home, in type that is read without glasses. No topic, no unit, no ID number. */
export default async function SlipPage({ params }: { params: Promise<{ booking: string }> }) {
  const permit = await authorise("reception.view");
  const slip = await readSlip(permit, idIn((await params).booking));
  const back = permit.reach.kind === "units" ? `/reception/for/${slip.id}` : `/reception/${slip.dayId}`;
  if (!slip.isLive) {
    return (
      <>
        <PaperBar backHref={back} />
        <Notice tone="warn" title="这个预约已经不在了，不用打印" />
      </>
    );
  }

  return (
    <>
      <PaperBar backHref={back} />
      <PaperSheet
        title="预约条"
        subtitle={`职工接待日　给 ${slip.name}`}
        printed={{
          number: slipNumber(slip.month, slip.ticketNo),
          at: formatInstant(permit.now),
          by: permit.actor.name,
        }}
        signs={[]}
      >
        <dl className="paper-slip">
          <dt>您的号</dt>
          <dd className="number">{String(slip.ticketNo).padStart(2, "0")}</dd>
          <dt>哪天</dt>
          <dd>{slip.dateWords}</dd>
          <dt>几点</dt>
          <dd>{slip.timeSpoken}</dd>
          <dt>在哪里</dt>
          <dd>
            {slip.place} {slip.room}
          </dd>
          <dt>谁接待</dt>
          <dd>{slip.leader}</dd>
          <dt>来不了，打电话</dt>
          <dd>{officePhone()}</dd>
        </dl>
        <p className="mt-4">到时候把这张条给门口的人看。您不来的话，请打个电话，这个时间可以给别的工友。</p>
      </PaperSheet>
    </>
  );
}
