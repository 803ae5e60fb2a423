/**
 * Words by which pages that are no article give themselves away, in some twenty languages. Language-free signs come first (see html-kind.ts); these patterns
 * decide only where the page has little text of its own. Each pattern covers a whole line or a whole part of a title unless said otherwise.
 */

const lines = (source: string): string =>
  source
    .trim()
    .split(/\s*\n\s*/u)
    .join('|');

/** "404", "Error 404 – Page not found", "Seite nicht gefunden"; not "The page was not found among his papers." */
const ERROR = new RegExp(
  String.raw`^(?:(?:error|erreur|fehler|errore?|erro|virhe|błąd|ошибка|помилка|hata|http)?[ :#]*(?:404|403|410|500|502|503)(?:[ .:–—|-]*(?:${lines(String.raw`
    error|errore|erreur|fehler|page.{0,60}|not found.{0,40}|forbidden|bad gateway|service (?:temporarily )?unavailable|internal server error|gone|server error
    gateway time-?out|that[’']s an error|seite.{0,40}|pagina.{0,40}|página.{0,40}|страница.{0,40}|сторінк.{0,40}
  `)}))?|${lines(String.raw`
    (?:page|article|story|content|file|post|document) (?:was |is |has been )?(?:not found|no longer available|unavailable|removed|deleted|missing)
    not found|access denied|forbidden|bad request|site unavailable|service unavailable
    (?:oops|sorry|whoops|uh[ -]oh)[,!.…]* .{0,80}(?:page|found|wrong|exist).{0,60}
    (?:this|that|the) (?:page|content|article) (?:does not|doesn[’']t|cannot|can[’']t|could not|couldn[’']t|isn[’']t|is not|you).{0,60}
    we (?:can[’']t|cannot|could not|couldn[’']t|were unable to|are unable to) find .{0,30}page.{0,40}|nothing (?:was )?found(?: here)?
    (?:die |diese )?seite (?:wurde |konnte )?(?:leider )?nicht gefunden(?: werden)?|inhalt nicht (?:gefunden|verfügbar)|zugriff verweigert
    (?:la |cette )?page (?:est )?(?:introuvable|non trouvée|inexistante)|la page .{0,30}n[’']existe (?:pas|plus)|accès refusé|contenu indisponible
    (?:la )?página no (?:encontrada|existe|disponible|se ha encontrado)|no (?:se )?(?:encontr|hemos encontrado).{0,20}página.{0,30}|acceso denegado
    pagina (?:non trovata|inesistente)|(?:la )?pagina .{0,30}non (?:esiste|è stata trovata).{0,20}|accesso negato
    página não (?:encontrada|existe)|(?:a )?página .{0,40}não (?:foi encontrada|existe).{0,20}|pagina niet gevonden|(?:deze|de) pagina (?:bestaat niet|kon niet worden gevonden).{0,20}
    (?:sidan|siden|sida) (?:hittades inte|kunde inte hittas|finns inte|ble ikke funnet|finnes ikke|blev ikke fundet|findes ikke|kunne ikke findes).{0,20}
    sivua ei (?:löytynyt|löydy).{0,10}|(?:nie znaleziono strony|strona (?:nie istnieje|nie została znaleziona)).{0,20}|stránka (?:nenalezena|nebyla nalezena).{0,10}
    страница не (?:найдена|существует).{0,20}|сторінк[уа] не (?:знайдено|існує).{0,20}|sayfa bulunamadı|az oldal nem található|pagina nu (?:a fost găsită|există).{0,10}
    η σελίδα δεν (?:βρέθηκε|υπάρχει).{0,10}|halaman tidak ditemukan|ページが見つかりません(?:でした)?|お探しのページ.{0,20}|(?:页面|頁面)(?:未找到|不存在|找不到)|找不到(?:页面|頁面)
    페이지를 찾을 수 없습니다|الصفحة غير موجودة|הדף לא נמצא
  `)})[.!…。]*$`,
  'iu',
);

/** "Search results for “kyiv”", "240 Treffer"; not "The search results in a flood of calls." */
const SEARCH = new RegExp(
  String.raw`^(?:${lines(String.raw`
    (?:your )?search results?(?: (?:for|page)\b[^.,]{0,60})?|(?:search )?results? for\b.{1,80}|(?:you )?searched for\b.{1,80}|search\s*[:–-]\s*.{1,60}
    (?:showing|displaying) (?:results? )?\d+.{0,30}\b(?:of|for)\b.{0,60}|(?:about )?\d[\d,.]* (?:search )?results?(?: found| for\b.{1,80})?
    page \d+ of \d[\d,.]* results?|(?:no|0) results?(?: were)? found(?: for\b.{1,60})?|nothing found for\b.{1,60}|no results for\b.{1,60}
    suchergebnisse?(?: (?:für|zu)\b.{1,60})?|\d[\d.]* (?:treffer|suchergebnisse|ergebnisse)(?: für\b.{1,60})?|(?:ihre )?suche nach\b.{1,60}
    résultats? (?:de (?:la |votre )?recherche|pour\b.{1,60})(?:[ :–—-].{1,60})?|\d[\d ]* résultats?(?: pour\b.{1,60})?|recherche\s*:\s*.{1,60}
    resultados (?:de (?:la |tu )?búsqueda|para\b.{1,60}|da (?:sua )?(?:pesquisa|busca)|de (?:pesquisa|busca))(?:[ :–—-].{1,60})?|\d[\d.]* resultados?(?: (?:para|de)\b.{1,60})?
    risultati (?:della |di )?ricerca(?:[ :–—-].{1,60})?|risultati per\b.{1,60}|\d[\d.]* risultati(?: per\b.{1,60})?
    zoekresultaten(?:[ :–—-].{1,60})?|sökresultat(?:[ :–—-].{1,60})?|søkeresultater(?:[ :–—-].{1,60})?|søgeresultater(?:[ :–—-].{1,60})?|hakutulokset(?:[ :–—-].{1,60})?
    wyniki wyszukiwania(?:[ :–—-].{1,60})?|výsledky (?:vyhledávání|hledání)(?:[ :–—-].{1,60})?|rezultatele căutării(?:[ :–—-].{1,60})?|keresési eredmények(?:[ :–—-].{1,60})?
    результаты поиска(?:[ :–—-].{1,60})?|результати пошуку(?:[ :–—-].{1,60})?|arama sonuçları(?:[ :–—-].{1,60})?|αποτελέσματα αναζήτησης(?:[ :–—-].{1,60})?|hasil pencarian(?:[ :–—-].{1,60})?
    .{0,40}(?:の)?検索結果.{0,20}|(?:搜索|搜尋)(?:结果|結果).{0,40}|.{0,40}검색 ?결과.{0,20}|نتائج البحث.{0,60}|תוצאות חיפוש.{0,60}
  `)})[.:]?$`,
  'iu',
);

/** Anywhere in a short text. */
const ROBOT =
  /\b(?:enable javascript and cookies|are you (?:a robot|human)|(?:verify|verifying|confirm)(?: that)? you are (?:not a (?:robot|bot)|(?:a )?human)|checking (?:your browser|if the site connection is secure)|unusual (?:traffic|activity) (?:from|has been detected)|(?:complete|solve) the (?:captcha|security check)|please enable js|ray id|press (?:and|&) hold to confirm|attention required! \| cloudflare|just a moment\.\.\.|bitte aktivieren sie javascript|veuillez activer javascript)/iu;

/** Anywhere in a line of at most 60 words. "Subscribe to continue reading", "Réservé aux abonnés". */
const PAYWALL = new RegExp(
  lines(String.raw`
    \b(?:subscribe|sign up|register|log in|sign in)(?: now| today| here)? to (?:continue|read|keep|unlock|access|view|get (?:full|unlimited))\b
    \bto (?:continue|keep) reading\b|\bcontinue reading (?:with|for|by)\b|\balready (?:a |an? )?(?:subscriber|subscribed|member)\b|\b(?:for|to) subscribers only\b|\bsubscribers? only\b|\bsubscriber[- ]exclusive\b
    \bthis (?:article|content|story|post|page) is (?:only )?(?:for|reserved for|available to|exclusive to|exclusively for|limited to|locked)\b.{0,40}(?:subscribers?|members?|readers)?
    \bstart your (?:free |\p{L}+ )?trial\b|\bunlock (?:this|the full|unlimited|full)\b|\b(?:reached|used) your (?:limit|monthly limit|last|free)\b.{0,30}|\b(?:free )?articles? (?:remaining|left) this month\b
    \bthe (?:rest|full text) of this (?:article|story) is\b|\bread the (?:rest|full (?:article|story)) (?:with|by|of this)\b.{0,40}\bsubscri
    \b(?:réservée? aux? abonnés|pour lire la suite|il vous reste .{0,20}à lire|déjà abonnée? ?\?|abonnez-vous pour)\b
    \b(?:nur für abonnenten|jetzt (?:abo|abonnement) (?:testen|abschließen)|weiterlesen mit|lesen sie weiter mit|um (?:diesen artikel |den artikel )?weiterzulesen|bereits abonnent|exklusiv für abonnenten|dieser artikel ist (?:nur )?für)\b
    \b(?:solo para suscriptores|exclusivo para suscriptores|contenido exclusivo|suscríbete para (?:seguir|leer|continuar)|para seguir leyendo|ya eres suscriptor)\b
    \b(?:riservato agli abbonati|solo per (?:gli )?abbonati|per continuare a leggere|sei già abbonato|abbonati per)\b
    \b(?:exclusivo para assinantes|conteúdo exclusivo|para continuar (?:lendo|a ler)|já é assinante|assine para)\b
    \b(?:alleen voor abonnees|verder lezen\?|om verder te lezen|al abonnee)\b|\b(?:endast för prenumeranter|läs vidare med|redan prenumerant|för att läsa vidare)
    \b(?:kun for abonnenter|for å lese videre|for at læse videre|er du allerede abonnent|allerede abonnent)\b|\b(?:vain tilaajille|jatka lukemista)\b
    \b(?:tylko dla prenumeratorów|dostęp dla prenumeratorów|aby czytać dalej)\b|(?:только для подписчиков|чтобы продолжить чтение|оформите подписку)|(?:лише для передплатників|щоб читати далі)
    \b(?:abonelere özel|okumaya devam etmek için)\b|(?:この記事は有料|有料会員限定|会員限定|続きを読むには)|(?:订阅后|仅限订阅|會員限定)|للمشتركين فقط
  `),
  'iu',
);

/** Anywhere in a headline or a label of at most 12 words. */
const LIVE =
  /(?:\b(?:live (?:updates?|blog|coverage|ticker|feed|text|report)|as it happened|live-?blog|live-?ticker|minute[ -]by[ -]minute|minuto a minuto|minute par minute|minuto per minuto|en direct|le direct|en vivo|en directo|última hora en directo|ao vivo|in diretta|la diretta|im ticker|live im|newsblog|direktsendung|direktrapport|seneste nyt|relacja na żywo|na żywo|live-uutiset|suora lähetys|canlı (?:anlatım|blog|yayın))(?!\p{L})|(?:онлайн-трансляция|текстовая трансляция|хроника событий|прямой эфир|онлайн-трансляція|хроніка подій|ライブ更新|速報中|直播|مباشر|لحظة بلحظة))/iu;

/** A label over a player, or part of a title. */
const VIDEO =
  /^(?:(?:watch|video|videos|listen|podcast|audio|vidéo|vídeo|видео|відео|動画|视频|視頻|wideo|فيديو) ?[:|–—-].{2,}|(?:watch|listen)(?: now| live)?|play(?: video| audio)?|video player|now playing|video|vidéo|vídeo|видео|відео|動画|视频)$/iu;
const GALLERY =
  /(?:\b(?:in (?:pictures|photos|images)|photo (?:gallery|essay)|picture gallery|image gallery|slideshow|photogallery|fotostrecke|bilderstrecke|die bilder|diaporama|en images|galería(?: de (?:fotos|imágenes))?|fotogalería|en imágenes|las fotos|galleria fotografica|fotogallery|le foto|galeria de (?:fotos|imagens)|em imagens|fotogalerie|bildspel|bildeserie|billedserie|kuvagalleria|galeria zdjęć|foto galeri)(?!\p{L})|(?:фотогалерея|фоторепортаж|в фотографиях|写真特集|フォトギャラリー|图集|圖輯|بالصور))/iu;
/** "3 of 20", "3/20", "Photo 3 of 20" */
const COUNTER =
  /^(?:(?:photo|image|picture|slide|bild|foto|imagen|immagine|imagem)\s*)?(\d{1,3})\s*(?:of|\/|von|sur|de|di|van|av|из)\s*(\d{1,3})$/iu;
/** "2:31", "01:02:45", "0:00 / 2:31" */
const DURATION = /^(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s*\/\s*(?:\d{1,2}:)?\d{1,2}:\d{2})?$/u;
/** "10:42", "10.42 Uhr", "3:15 p.m. ET", "12m ago", "Dec. 29, 10:42 am" */
const CLOCK =
  /^(?:(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9}\.?|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?)(?:,? \d{4})?,?\s*(?:(?:at|um|à|a las|alle|om|kl\.?|o|в)\s)?)?(?:(?:at|um|à|kl\.?)\s)?(?:\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:uhr|h|[A-Z]{2,4})?|\d+ ?(?:m|h|min(?:ute)?n?s?|hours?|hrs?|std\.?|stunden?)\.? ago|(?:vor|il y a|hace) \d+ (?:min(?:ute)?[ns]?|minutos|heures?|horas?|stunden?))(?!\p{L}).{0,20}$/iu;

const PARTS = /\s+[|–—·•»›:/-]+\s+|\s*[|»›]\s*/u;
/** A title often carries the site's name: its parts are looked at one by one. */
const partsOf = (title: string): string[] =>
  [title, ...title.slice(0, 300).split(PARTS)].map((part) => part.trim()).filter((part) => part !== '');

const short = (text: string): boolean => text.length <= 160;

export const saysError = (line: string): boolean => short(line) && ERROR.test(line);
export const saysSearch = (line: string): boolean => short(line) && SEARCH.test(line);
export const saysRobot = (line: string): boolean => ROBOT.test(line.slice(0, 600));
export const saysPaywall = (line: string): boolean => PAYWALL.test(line.slice(0, 600));
export const saysLive = (line: string): boolean => LIVE.test(line.slice(0, 200));
export const saysGallery = (line: string): boolean => GALLERY.test(line.slice(0, 200));
export const saysVideo = (line: string): boolean => short(line) && VIDEO.test(line);
export const isCounter = (line: string): boolean => line.length <= 24 && COUNTER.test(line);
export const isDuration = (line: string): boolean => line.length <= 20 && DURATION.test(line);
export const isClock = (line: string): boolean => line.length <= 60 && CLOCK.test(line);
export const titleSays = (title: string, says: (line: string) => boolean): boolean => partsOf(title).some(says);
