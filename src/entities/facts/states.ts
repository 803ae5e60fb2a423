/** Short forms of states and counties in news texts. */

/** American states before a full stop: "Calif." (AP style). */
export const STATE_SHORT =
  /^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo)$/;
/** "N.Y.", "S.C.", "W.Va.". */
export const STATE_DOTTED = /^(?:N\.[HJMYCD]|S\.[CD]|R\.I|W\.Va)\.?$/;
/** English, Scottish and Welsh counties: "Lincolnshire"; not "Shire", "New Hampshire". */
export const SHIRE = /^\p{Lu}\p{Ll}{2,}shire$/u;
