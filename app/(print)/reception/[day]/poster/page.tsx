import { PaperBar, PaperSheet, PaperTable } from "@/components/ui/paper";
import { Qr } from "@/components/ui/qr";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { env } from "@/lib/env";
import { officePhone } from "@/lib/office";
import { readPoster } from "@/lib/reception/paper/poster/queries";
import { paperNumber } from "@/lib/reception/paper/rules";
import { idIn } from "../../address";

export const metadata = { title: "接待日海报" };

/** For the wall of every station and the retirees' compound: when, where, who receives, how to book. No worker is named. */
export default async function PosterPage({ params }: { params: Promise<{ day: string }> }) {
  const permit = await authorise("reception.view");
  const dayId = idIn((await params).day);
  const poster = await readPoster(permit, dayId);

  return (
    <>
      <PaperBar backHref={`/reception/${dayId}`} />
      <PaperSheet
        title="职工接待日"
        subtitle="有事当面说，局领导听"
        printed={{
          number: paperNumber(poster.month, "poster"),
          at: formatInstant(permit.now),
          by: permit.actor.name,
        }}
        signs={[]}
      >
        <div className="paper-poster">
          <dl>
            <dt>什么时候</dt>
            <dd>
              {poster.dateWords}
              <br />
              {poster.fromSpoken}到{poster.toSpoken}
            </dd>
            {poster.shiftReason && <dd className="reason">{poster.shiftReason}</dd>}
            <dt>在哪里</dt>
            <dd>{poster.place}</dd>
          </dl>
          <PaperTable
            columns={[{ label: "接待领导" }, { label: "职务" }, { label: "分管" }, { label: "接待室" }]}
            rows={poster.leaders.map(({ name, post, field, room }) => [name, post, field ?? "", room])}
          />
          <div className="ways">
            <div>
              <h2>怎么约</h2>
              <ol>
                <li>手机扫右边的码，用工号和密码登录，选个时间。</li>
                <li>没有手机，找班长或本单位联络员代约。</li>
                <li>打电话 {officePhone()}。</li>
                <li>没约也行，当天直接来，现场排号。</li>
              </ol>
              {poster.closesWords && <p>手机预约到 {poster.closesWords} 为止。</p>}
              <p>约的是什么事，只有接待的人知道，单位不知道。</p>
            </div>
            <Qr text={`${env.PORTAL_URL}/my/book`} label="扫码预约接待日" size="large" />
          </div>
        </div>
      </PaperSheet>
    </>
  );
}
