import { CheckboxField, HiddenField, RadioField, SelectField, TextArea } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { TextLink } from "@/components/ui/text-link";
import { moveCaseAction } from "@/lib/cases/actions";
import { allotBedAction } from "@/lib/dormitories/allotment/single/actions";
import {
  completeWishAction,
  declineBedAction,
  endApplicationAction,
  passWishAction,
  refuseWishAction,
  startCheckAction,
} from "@/lib/dormitories/application/actions";
import type { WishView } from "@/lib/dormitories/view/queries";

/** The forms of what this person may do now; the way forward stands open, the rest is folded away. */
export function WishForms({ view }: { view: WishView }) {
  const { moves, stay } = view;
  const may = (move: string) => moves.includes(move);

  return (
    <div className="grid gap-3">
      {(may("pass") || may("check")) && <Pass view={view} />}
      {may("check") && (
        <Form action={startCheckAction} id="check">
          <Which view={view} />
          <SubmitButton tone="outline" wide>
            先记下来，正在核实
          </SubmitButton>
        </Form>
      )}
      {may("complete") && (
        <Form action={completeWishAction} id="complete">
          <Which view={view} />
          <SubmitButton wide>已补齐</SubmitButton>
        </Form>
      )}
      {view.line && may("propose") && !view.loaded.stage.startsWith("P") && <Allot view={view} />}
      {may("checkIn") && stay && (
        <TextLink href={`/dormitories/${stay.siteId}?bed=${stay.bedId}#bed`}>到床位图办理入住</TextLink>
      )}
      <Undoing view={view} />
    </div>
  );
}

function Which({ view: { loaded } }: { view: WishView }) {
  return (
    <>
      <HiddenField name="caseId" value={loaded.id} />
      <HiddenField name="version" value={String(loaded.version)} />
    </>
  );
}

function Pass({ view }: { view: WishView }) {
  return (
    <Form action={passWishAction} id="pass">
      <Which view={view} />
      <CheckboxField name="isShiftTrue" label="作息和住房情况属实" />
      <CheckboxField name="isHealthy" label="没有传染病" />
      <TextArea name="note" label="说明" rows={2} optional />
      <SubmitButton wide>审核通过，进入轮候</SubmitButton>
    </Form>
  );
}

function Allot({ view }: { view: WishView }) {
  const beds = view.line?.beds ?? [];
  if (beds.length === 0) return <p>现在没有合适的空床。</p>;

  return (
    <Form action={allotBedAction} id="allot">
      <Which view={view} />
      <SelectField name="bedId" label="分哪张床" hint="想住的宿舍排在前面" options={beds} />
      <CheckboxField name="isMixedShift" label="知道作息不同，仍然分" />
      <SubmitButton wide>分配床位</SubmitButton>
    </Form>
  );
}

/** What sends back, refuses or ends: always with a reason. */
function Undoing({ view }: { view: WishView }) {
  const { moves, loaded } = view;
  const mayRefuse = moves.includes("refuse") || loaded.stage === "APPLIED";

  return (
    <>
      {moves.includes("return") && (
        <FoldedForm summary="退回补正" action={moveCaseAction} id="return">
          <Which view={view} />
          <HiddenField name="move" value="return" />
          <TextArea name="note" label="还缺什么" hint="一次写全，职工看得到" rows={3} />
          <SubmitButton tone="outline">退回补正</SubmitButton>
        </FoldedForm>
      )}
      {mayRefuse && moves.length > 0 && (
        <FoldedForm summary="不符合条件" action={refuseWishAction} id="refuse">
          <Which view={view} />
          <TextArea name="note" label="为什么不符合" hint="还能找谁也写上，职工看得到" rows={3} />
          <SubmitButton tone="danger">不符合条件</SubmitButton>
        </FoldedForm>
      )}
      {moves.includes("decline") && (
        <FoldedForm summary="本人放弃床位" action={declineBedAction} id="decline">
          <Which view={view} />
          <TextArea name="note" label="说明" rows={2} optional />
          <SubmitButton tone="danger">放弃，给下一位</SubmitButton>
        </FoldedForm>
      )}
      {moves.includes("archive") && (
        <Form action={moveCaseAction} id="archive">
          <Which view={view} />
          <HiddenField name="move" value="archive" />
          <SubmitButton tone="outline" wide>
            归档
          </SubmitButton>
        </Form>
      )}
      {moves.includes("void") && moves.includes("withdraw") && (
        <FoldedForm summary="撤回或作废" action={endApplicationAction} id="end">
          <Which view={view} />
          <RadioField
            name="move"
            label="怎么结束"
            options={[
              { value: "withdraw", label: "职工不申请了" },
              { value: "void", label: "登记错了，作废" },
            ]}
          />
          <TextArea name="note" label="原因" rows={2} />
          <SubmitButton tone="danger">结束</SubmitButton>
        </FoldedForm>
      )}
    </>
  );
}
