import { describe, expect, test } from "vitest";
import { allErrors, asList, asText, fieldErrors, fieldId, fieldValue, readPath } from "@/components/ui/form-state";

const refused = {
  status: "error" as const,
  initialValue: { staffNo: "12a", materials: ["hukou", "income"], family: [{ name: "欧阳修远" }] },
  error: { staffNo: ["工号只有数字"], "": ["这位职工今年已经慰问过。"], "family[0].name": ["家人姓名太长"] },
};

describe("what a field shows after a refused submission", () => {
  test("is what was typed, not what the page gave at first", () => {
    expect(fieldValue(refused, "88", "staffNo")).toBe("12a");
  });

  test("stays empty where the person emptied it", () => {
    expect(fieldValue(refused, "old note", "note")).toBe("");
  });

  test("is found for rows of a list", () => {
    expect(fieldValue(refused, "", "family[0].name")).toBe("欧阳修远");
  });

  test("is what the page gives before the first submission and after success", () => {
    expect(fieldValue(null, "88", "staffNo")).toBe("88");
    expect(fieldValue({ status: "success", initialValue: { staffNo: "shown once" } }, "88", "staffNo")).toBe("88");
  });
});

test("the form's own refusal stands first in the summary, each field's sentence after it", () => {
  expect(allErrors(refused)).toEqual([
    { name: "", sentence: "这位职工今年已经慰问过。" },
    { name: "staffNo", sentence: "工号只有数字" },
    { name: "family[0].name", sentence: "家人姓名太长" },
  ]);
  expect(fieldErrors(refused, "staffNo")).toEqual(["工号只有数字"]);
  expect(fieldErrors(refused, "note")).toEqual([]);
});

test("a field of a list has an id that can stand in an address", () => {
  expect(fieldId("f", "family[0].name")).toMatch(/^[\w-]+$/);
  expect(fieldId("f", "family[0].name")).not.toBe(fieldId("f", "family[1].name"));
});

test("a path reaches only what was sent, never what every object has", () => {
  expect(readPath({}, "constructor")).toBeUndefined();
  expect(readPath({ a: [{ b: "c" }] }, "a[0].b")).toBe("c");
  expect(readPath({ a: "text" }, "a.length")).toBeUndefined();
});

test("one ticked box comes back as one string and is still a list", () => {
  expect(asList("hukou")).toEqual(["hukou"]);
  expect(asList(["hukou", "income"])).toEqual(["hukou", "income"]);
  expect(asList("")).toEqual([]);
  expect(asText({ not: "text" })).toBe("");
});
