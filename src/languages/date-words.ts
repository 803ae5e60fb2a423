/**
 * Names of months and weekdays as CLDR 48 has them (through Intl.DateTimeFormat, Node 24): standalone, inflected in a date, and abbreviated.
 * Lower case, the full name first, without a closing full stop; an abbreviation that is a number is left out.
 */
export interface DateWords {
  /** January to December. */
  readonly months: readonly (readonly string[])[];
  /** Monday to Sunday. */
  readonly weekdays: readonly (readonly string[])[];
}
