import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { HiddenField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import { callNextAction, leaveVisitAction, missCallAction, startVisitAction } from "@/lib/reception/queue/actions";
import type { DeskView, Visit } from "@/lib/reception/queue/desk/queries";

/** One card per leader: who is inside, who was called, and the button that calls the next one. */
export function Doors({ desk }: { desk: DeskView }) {
  const known = new Set(desk.hosts.map(({ leaderId }) => leaderId));
  const strays = desk.inside.filter(({ leaderId }) => leaderId === null || !known.has(leaderId));
  return (
    <>
      {desk.hosts.map((host, i) => (
        <Card key={host.leaderId} id={`door-${i + 1}`} title={`${i + 1} ${host.post} ${host.name}`} aside={host.room}>
          <div className="grid gap-3">
            {desk.inside
              .filter(({ leaderId }) => leaderId === host.leaderId)
              .map((visit) => (
                <Inside key={visit.id} visit={visit} leaderId={host.leaderId} dayId={desk.day.id} />
              ))}
            {desk.day.state === "RUNNING" && (
              <div data-next="">
                <Form action={callNextAction} look="inline">
                  <HiddenField name="dayId" value={desk.day.id} />
                  <HiddenField name="leaderId" value={host.leaderId} />
                  <SubmitButton label={`叫下一位到${host.name}`}>叫下一位</SubmitButton>
                </Form>
              </div>
            )}
          </div>
        </Card>
      ))}
      {strays.length > 0 && (
        <Card title="没有登记结果的">
          {strays.map((visit) => (
            <Inside key={visit.id} visit={visit} leaderId={visit.leaderId ?? ""} dayId={desk.day.id} />
          ))}
        </Card>
      )}
    </>
  );
}

function Inside({ visit, leaderId, dayId }: { visit: Visit; leaderId: string; dayId: string }) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <strong className="text-title num">{visit.queueNo}号</strong>
      <span>
        {visit.name} <span className="text-ink-2">{visit.unit}</span>
      </span>
      {visit.isGreen && <Tag tone="ok">绿色通道</Tag>}
      {visit.state === "CALLED" ? (
        <>
          <Tag tone="warn">已叫号</Tag>
          <Act action={startVisitAction} visitId={visit.id} leaderId={leaderId} label="进门" primary />
          <Act action={missCallAction} visitId={visit.id} label="没应" />
          <Act action={leaveVisitAction} visitId={visit.id} label="走了" />
        </>
      ) : (
        <Button href={`/reception/${dayId}/desk/${visit.id}`} tone="primary" size="small">
          登记事项{visit.matters > 0 ? `（已记 ${visit.matters} 件）` : ""}
        </Button>
      )}
    </div>
  );
}

type ActProps = {
  action: typeof startVisitAction;
  visitId: string;
  label: string;
  leaderId?: string;
  primary?: boolean;
};

/** One small button that does one thing to one visitor. */
export function Act({ action, visitId, label, leaderId, primary }: ActProps) {
  return (
    <Form action={action} look="inline">
      <HiddenField name="visitId" value={visitId} />
      {leaderId && <HiddenField name="leaderId" value={leaderId} />}
      <SubmitButton small tone={primary ? "primary" : "outline"}>
        {label}
      </SubmitButton>
    </Form>
  );
}
