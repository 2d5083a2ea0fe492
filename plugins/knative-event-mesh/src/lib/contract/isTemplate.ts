/**
 * Whether the declared value of an attribute stands for many: names in braces
 * stand for any text. In doubt it does, as where the module describes it.
 */
export function isTemplate(value: string | undefined): boolean {
  return value !== undefined && /[{}\\]/.test(value);
}
