/** Names of months and weekdays, lower case, the full name first, without a closing full stop. */
export interface DateWords {
  /** January to December. */
  readonly months: readonly (readonly string[])[];
  /** Monday to Sunday. */
  readonly weekdays: readonly (readonly string[])[];
}
